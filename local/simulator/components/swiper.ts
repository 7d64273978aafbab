import { defineBuiltIn } from './built-in';
import { watchDrag } from './drag';
import { privateState } from './private-state';
import { anything, asNumber, asText, flag, number, text } from './property';
import { swiperStyle } from './swiper-style';
import { makeTrack, type Track } from './swiper-track';

const inner = privateState(() => ({
  track: null as Track | null,
  stops: [] as (() => void)[],
  /** What the change event shall say about the next change. */
  source: '' as '' | 'touch' | 'autoplay',
}));

export const swiper = defineBuiltIn({
  tag: 'swiper',
  properties: {
    indicatorDots: flag(),
    indicatorColor: text('rgba(0, 0, 0, .3)'),
    indicatorActiveColor: text('#000000'),
    autoplay: flag(),
    current: number(),
    currentItemId: text(),
    interval: number(5000),
    duration: number(500),
    circular: flag(),
    vertical: flag(),
    previousMargin: text('0px'),
    nextMargin: text('0px'),
    snapToEdge: flag(),
    displayMultipleItems: number(1),
    easingFunction: text('default'),
    skipHiddenItemLayout: flag(),
    disableTouch: flag(),
    acceleration: anything(false),
  },
  data: { dots: [] },
  template: `<h-div class="wx-swiper-wrapper">
    <h-div class="wx-swiper-slides" style="inset:{{vertical ? previousMargin + ' 0 ' + nextMargin + ' 0' : '0 ' + nextMargin + ' 0 ' + previousMargin}}"><h-div class="wx-swiper-frame"><slot /></h-div></h-div>
    <h-div wx:if="{{indicatorDots}}" class="wx-swiper-dots {{vertical ? 'wx-swiper-dots-vertical' : 'wx-swiper-dots-horizontal'}}">
      <h-div wx:for="{{dots}}" wx:key="*this" class="wx-swiper-dot {{index >= current && index < current + displayMultipleItems ? 'wx-swiper-dot-active' : ''}}" style="background-color:{{index >= current && index < current + displayMultipleItems ? indicatorActiveColor : indicatorColor}}" />
    </h-div>
  </h-div>`,
  style: swiperStyle,
  observers: {
    'current, currentItemId'() {
      const { track, source } = inner(this);
      if (track === null) return;
      track.turnTo(this.wanted(), source === '' || this.data.duration !== 0);
    },
    'vertical, circular, displayMultipleItems, previousMargin, nextMargin'() {
      setTimeout(() => inner(this).track?.draw());
    },
    'autoplay, interval'() {
      this.play();
    },
  },
  methods: {
    /** Index of the item with `current-item-id`, else `current`. */
    wanted(): number {
      const id = asText(this.data.currentItemId);
      const items = this.descendants('swiper-item').filter(
        item => item.ancestor('swiper')?.host === this.host,
      );
      const found = id === '' ? -1 : items.findIndex(item => item.data.itemId === id);
      return found < 0 ? asNumber(this.data.current) : found;
    },
    /** Items came or went. */
    count(): void {
      const { track } = inner(this);
      if (track === null) return;
      const dots = Array.from({ length: track.count() }, (_, index) => index);
      if (dots.length !== (this.data.dots as unknown[]).length) this.setData({ dots });
      track.draw();
    },
    arrived(index: number, source: '' | 'touch' | 'autoplay'): void {
      const items = this.descendants('swiper-item');
      const currentItemId = asText(items[index]?.data.itemId);
      inner(this).source = source;
      const changesId = asText(this.data.currentItemId) !== '';
      this.setData({ current: index, ...(changesId ? { currentItemId } : {}) });
      inner(this).source = '';
      this.triggerEvent('change', { current: index, currentItemId, source });
    },
    play(): void {
      const state = inner(this);
      for (const stop of state.stops.splice(1)) stop();
      if (this.data.autoplay !== true || state.track === null) return;
      const timer = setInterval(() => state.track?.step(1, 'autoplay'), asNumber(this.data.interval, 5000));
      state.stops.push(() => clearInterval(timer));
    },
  },
  ready() {
    const state = inner(this);
    const frame = this.find('.wx-swiper-frame');
    if (frame === null) return;
    const track = makeTrack(this, frame, this.wanted());
    state.track = track;
    const stopDrag = watchDrag(this.host, {
      axis: this.data.vertical === true ? 'y' : 'x',
      start: () => {
        if (this.data.disableTouch === true) return false;
        track.grab();
        return true;
      },
      move: point => track.pull(this.data.vertical === true ? point.dy : point.dx),
      end: (point, moved) => track.release(moved ? (this.data.vertical === true ? point.dy : point.dx) : 0),
    });
    const observer = new MutationObserver(() => this.count());
    observer.observe(frame, { childList: true });
    state.stops = [
      () => {
        stopDrag();
        observer.disconnect();
        track.stop();
      },
    ];
    this.count();
    this.play();
  },
  detached() {
    for (const stop of inner(this).stops) stop();
  },
});
