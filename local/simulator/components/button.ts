import { defineBuiltIn } from './built-in';
import { hover } from './hover';

export const button = defineBuiltIn({
  tag: 'button',
  properties: {
    type: { type: String, value: 'default' },
    size: { type: String, value: 'default' },
    disabled: { type: Boolean, value: false },
    plain: { type: Boolean, value: false },
    loading: { type: Boolean, value: false },
    hoverClass: { type: String, value: 'button-hover' },
    formType: { type: String, value: '' },
    openType: { type: String, value: '' },
  },
  style: 'wx-button { display: block; position: relative; box-sizing: border-box; text-align: center }',
  traits: [hover],
});
