import { defineBuiltIn } from './built-in';
import { hover } from './hover';

export const view = defineBuiltIn({
  tag: 'view',
  style: 'wx-view { display: block }',
  traits: [hover],
});
