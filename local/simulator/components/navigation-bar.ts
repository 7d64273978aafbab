import { defineBuiltIn } from './built-in';
import { asText, flag, number, text } from './property';

/** The bar above the page, set from the template of its page-meta. */
export const navigationBar = defineBuiltIn({
  tag: 'navigation-bar',
  properties: {
    title: text(),
    loading: flag(),
    frontColor: text(),
    backgroundColor: text(),
    colorAnimationDuration: number(),
    colorAnimationTimingFunc: text('linear'),
  },
  style: 'wx-navigation-bar { display: none }',
  observers: {
    title(title: unknown) {
      if (asText(title) !== '') void this.wx.setNavigationBarTitle?.({ title });
    },
    loading(loading: boolean) {
      void (loading ? this.wx.showNavigationBarLoading?.() : this.wx.hideNavigationBarLoading?.());
    },
    'frontColor, backgroundColor'(frontColor: unknown, backgroundColor: unknown) {
      if (asText(frontColor) === '' && asText(backgroundColor) === '') return;
      void this.wx.setNavigationBarColor?.({ frontColor, backgroundColor });
    },
  },
});
