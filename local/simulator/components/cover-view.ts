import { defineBuiltIn } from './built-in';
import { hover } from './hover';
import { number } from './property';

export const coverView = defineBuiltIn({
  tag: 'cover-view',
  properties: { scrollTop: number() },
  observers: {
    scrollTop(top: number) {
      this.host.scrollTop = top;
    },
  },
  style: `
    wx-cover-view { display: block; position: relative; overflow: hidden; line-height: 1.2; white-space: nowrap }
    wx-cover-view > wx-cover-view { white-space: inherit }`,
  traits: [hover],
});
