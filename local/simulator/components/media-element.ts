import { type BuiltInEvent, type BuiltInInstance, defineTrait } from './built-in';
import { asText, flag, number, text } from './property';

export const mediaOf = (owner: BuiltInInstance): HTMLMediaElement | null =>
  owner.find<HTMLMediaElement>('.wx-media-content');

/** What video and audio have in common. The real element bears the class `wx-media-content`. */
export const mediaElement = defineTrait({
  properties: {
    src: text(),
    poster: text(),
    controls: flag(),
    loop: flag(),
    autoplay: flag(),
    muted: flag(),
    initialTime: number(),
  },
  observers: {
    src(source: unknown) {
      const media = mediaOf(this);
      if (media === null || asText(source) === '') return;
      media.src = this.resolveAsset(asText(source));
      if (this.data.autoplay === true) void media.play().catch(() => {});
    },
    'controls, loop, muted'(controls: boolean, loop: boolean, muted: boolean) {
      const media = mediaOf(this);
      if (media !== null) Object.assign(media, { controls, loop, muted });
    },
  },
  methods: {
    onMediaEvent(event: BuiltInEvent) {
      this.triggerEvent(event.type, {});
    },
    onLoadedMetadata() {
      const media = mediaOf(this);
      if (media === null) return;
      media.currentTime = Number(this.data.initialTime);
      const { videoWidth: width, videoHeight: height } = media as HTMLVideoElement;
      this.triggerEvent('loadedmetadata', { width, height, duration: media.duration });
    },
    onTimeUpdate() {
      const { currentTime = 0, duration = 0 } = mediaOf(this) ?? {};
      this.triggerEvent('timeupdate', { currentTime, duration });
    },
    onError() {
      this.triggerEvent('error', { errMsg: `MEDIA_ERR_SRC_NOT_SUPPORTED:${asText(this.data.src)}` });
    },
    /** What `wx.createVideoContext` and its like control. */
    exposedContext() {
      const media = mediaOf(this);
      return {
        play: () => void media?.play().catch(() => {}),
        pause: () => media?.pause(),
        stop: () => {
          media?.pause();
          if (media !== null) media.currentTime = 0;
        },
        seek: (seconds: number) => {
          if (media !== null) media.currentTime = seconds;
        },
        playbackRate: (rate: number) => {
          if (media !== null) media.playbackRate = rate;
        },
        requestFullScreen: () => void media?.requestFullscreen().catch(() => {}),
        exitFullScreen: () => void document.exitFullscreen().catch(() => {}),
      };
    },
  },
});
