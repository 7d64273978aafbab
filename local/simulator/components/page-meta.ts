import { defineBuiltIn } from './built-in';
import { asLength, asNumber, asText, text } from './property';

/** Style of the whole page, set from its template; it shows nothing itself. */
export const pageMeta = defineBuiltIn({
  tag: 'page-meta',
  properties: {
    backgroundTextStyle: text(),
    backgroundColor: text(),
    backgroundColorTop: text(),
    backgroundColorBottom: text(),
    rootBackgroundColor: text(),
    scrollTop: text(),
    scrollDuration: { type: Number, value: 300 },
    pageStyle: text(),
    pageFontSize: text(),
    rootFontSize: text(),
    pageOrientation: text(),
  },
  style: 'wx-page-meta { display: contents }',
  observers: {
    'pageStyle, pageFontSize'() {
      this.stylePage();
    },
    'rootFontSize, rootBackgroundColor'(size: unknown, colour: unknown) {
      document.documentElement.style.fontSize = asText(size) === 'system' ? '' : asLength(size);
      document.documentElement.style.backgroundColor = asText(colour);
    },
    backgroundColor(backgroundColor: unknown) {
      if (asText(backgroundColor) !== '') void this.wx.setBackgroundColor?.({ backgroundColor });
    },
    backgroundTextStyle(textStyle: unknown) {
      if (asText(textStyle) !== '') void this.wx.setBackgroundTextStyle?.({ textStyle });
    },
    scrollTop(top: unknown) {
      if (asText(top) === '') return;
      const options = { scrollTop: asNumber(top), duration: this.data.scrollDuration };
      void Promise.resolve(this.wx.pageScrollTo?.(options)).then(() => this.triggerEvent('scrolldone', {}));
    },
  },
  methods: {
    stylePage(): void {
      const page = this.host.closest<HTMLElement>('wx-page');
      if (page === null) return;
      const size = asText(this.data.pageFontSize);
      page.setAttribute('style', asLength(asText(this.data.pageStyle)));
      if (size !== '' && size !== 'system') page.style.fontSize = asLength(size);
    },
  },
  attached() {
    this.stylePage();
  },
});
