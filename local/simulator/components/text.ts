import { defineBuiltIn } from './built-in';

export const text = defineBuiltIn({
  tag: 'text',
  properties: {
    selectable: { type: Boolean, value: false },
    userSelect: { type: Boolean, value: false },
    space: { type: String, value: '' },
    decode: { type: Boolean, value: false },
  },
  style: 'wx-text { display: inline; white-space: pre-line }',
});
