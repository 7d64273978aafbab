import { setDefaultRole } from './accessibility';
import { type BuiltInEvent, defineBuiltIn } from './built-in';
import { asText, flag, text } from './property';
import { reflect } from './reflect';

export const image = defineBuiltIn({
  tag: 'image',
  properties: {
    src: text(),
    mode: text('scaleToFill'),
    lazyLoad: flag(),
    webp: flag(),
    fadeIn: flag(),
    showMenuByLongpress: flag(),
    forceHttps: flag(),
  },
  template: '<h-img class="wx-image-content" alt="" bind:load="onLoad" bind:error="onError" />',
  style: `
    wx-image { display: inline-block; position: relative; width: 320px; height: 240px; overflow: hidden }
    .wx-image-content { display: block; width: 100%; height: 100%; object-fit: fill; pointer-events: none }
    .wx-image-content:not([src]) { visibility: hidden }
    wx-image[mode='aspectFit'] > .wx-image-content { object-fit: contain }
    wx-image[mode='aspectFill'] > .wx-image-content { object-fit: cover }
    wx-image[mode='widthFix'] { height: auto !important }
    wx-image[mode='widthFix'] > .wx-image-content { height: auto }
    wx-image[mode='heightFix'] { width: auto !important }
    wx-image[mode='heightFix'] > .wx-image-content { width: auto }
    ${['top', 'bottom', 'center', 'left', 'right', 'top left', 'top right', 'bottom left', 'bottom right']
      .map(at => `wx-image[mode='${at}'] > .wx-image-content { object-fit: none; object-position: ${at} }`)
      .join('\n')}`,
  observers: {
    mode(mode: unknown) {
      reflect(this.host, { mode });
    },
    'src, lazyLoad'(source: unknown, lazy: boolean) {
      const picture = this.find<HTMLImageElement>('.wx-image-content');
      if (picture === null) return;
      picture.loading = lazy ? 'lazy' : 'eager';
      const address = asText(source);
      if (address === '') picture.removeAttribute('src');
      else picture.src = this.resolveAsset(address);
    },
  },
  methods: {
    onLoad(event: BuiltInEvent) {
      const { naturalWidth, naturalHeight } = event.element as HTMLImageElement;
      this.triggerEvent('load', { width: naturalWidth, height: naturalHeight });
    },
    onError() {
      this.triggerEvent('error', { errMsg: `GET ${asText(this.data.src)} 404 (Not Found)` });
    },
  },
  attached() {
    setDefaultRole(this.host, 'img');
  },
});
