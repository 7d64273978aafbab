import { defineBuiltIn } from './built-in';
import { asText, text } from './property';

/** Fills the page; its messages come with `postMessage` from the page inside. */
export const webView = defineBuiltIn({
  tag: 'web-view',
  properties: { src: text() },
  template: '<h-iframe class="wx-web-view-frame" title="web-view" bind:load="onLoad" bind:error="onError" />',
  style: `
    wx-web-view { display: block; position: fixed; inset: 0; background: #ffffff }
    .wx-web-view-frame { width: 100%; height: 100%; border: 0 }`,
  observers: {
    src(source: unknown) {
      const frame = this.find<HTMLIFrameElement>('.wx-web-view-frame');
      if (frame !== null) frame.src = asText(source, 'about:blank');
    },
  },
  methods: {
    onLoad() {
      this.triggerEvent('load', { src: asText(this.data.src) });
    },
    onError() {
      this.triggerEvent('error', { url: asText(this.data.src), fullUrl: asText(this.data.src) });
    },
  },
});
