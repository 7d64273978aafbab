import { defineBuiltIn } from './built-in';
import { mediaElement, mediaOf } from './media-element';
import { asText, flag, number, text } from './property';

export const video = defineBuiltIn({
  tag: 'video',
  properties: {
    controls: flag(true),
    duration: number(),
    objectFit: text('contain'),
    title: text(),
    direction: number(),
    showCenterPlayBtn: flag(true),
    showPlayBtn: flag(true),
    showFullscreenBtn: flag(true),
    showProgress: flag(true),
    enableProgressGesture: flag(true),
    danmuList: { type: Array, value: [] },
    danmuBtn: flag(),
    enableDanmu: flag(),
  },
  template: `
    <h-video class="wx-media-content" bind:play="onMediaEvent" bind:pause="onMediaEvent" bind:ended="onMediaEvent" bind:waiting="onMediaEvent" bind:timeupdate="onTimeUpdate" bind:loadedmetadata="onLoadedMetadata" bind:error="onError" />
    <h-div class="wx-video-over"><slot /></h-div>`,
  style: `
    wx-video { display: inline-block; position: relative; width: 300px; height: 225px; overflow: hidden; background: #000000 }
    wx-video > .wx-media-content { display: block; width: 100%; height: 100% }
    .wx-video-over { position: absolute; inset: 0; pointer-events: none }
    .wx-video-over > * { pointer-events: auto }`,
  traits: [mediaElement],
  observers: {
    'poster, objectFit'(poster: unknown, fit: unknown) {
      const element = mediaOf(this) as HTMLVideoElement | null;
      if (element === null) return;
      element.poster = asText(poster) === '' ? '' : this.resolveAsset(asText(poster));
      element.style.objectFit = asText(fit, 'contain');
    },
  },
});
