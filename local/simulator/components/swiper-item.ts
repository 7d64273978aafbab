import { defineBuiltIn } from './built-in';
import { flag, text } from './property';

/** Placed by the swiper around it, whose style it shares. */
export const swiperItem = defineBuiltIn({
  tag: 'swiper-item',
  properties: { itemId: text(), skipHiddenItemLayout: flag() },
});
