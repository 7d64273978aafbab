import { setDefaultRole } from './accessibility';
import { type BuiltInEvent, defineBuiltIn } from './built-in';
import { asText, text } from './property';

export const coverImage = defineBuiltIn({
  tag: 'cover-image',
  properties: { src: text(), referrerPolicy: text() },
  template: '<h-img class="wx-cover-image-content" alt="" bind:load="onLoad" bind:error="onError" />',
  style: `
    wx-cover-image { display: block; overflow: hidden }
    .wx-cover-image-content { display: block; width: 100%; height: 100%; pointer-events: none }`,
  observers: {
    src(source: unknown) {
      const picture = this.find<HTMLImageElement>('.wx-cover-image-content');
      if (picture === null) return;
      if (asText(source) === '') picture.removeAttribute('src');
      else picture.src = this.resolveAsset(asText(source));
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
