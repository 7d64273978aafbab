import { defineBuiltIn } from './built-in';
import { flag } from './property';

export const movableArea = defineBuiltIn({
  tag: 'movable-area',
  properties: { scaleArea: flag() },
  style: 'wx-movable-area { display: block; position: relative; width: 10px; height: 10px }',
});
