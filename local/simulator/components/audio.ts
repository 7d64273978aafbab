import { defineBuiltIn } from './built-in';
import { mediaElement } from './media-element';
import { text } from './property';

export const audio = defineBuiltIn({
  tag: 'audio',
  properties: { name: text('未知音频'), author: text('未知作者') },
  template: `
    <h-div wx:if="{{controls}}" class="wx-audio-label">{{name}} · {{author}}</h-div>
    <h-audio class="wx-media-content" bind:play="onMediaEvent" bind:pause="onMediaEvent" bind:ended="onMediaEvent" bind:timeupdate="onTimeUpdate" bind:error="onError" />`,
  style: `
    wx-audio { display: inline-block; line-height: 1.4 }
    .wx-audio-label { font-size: 14px }`,
  traits: [mediaElement],
});
