import { defineBuiltIn } from './built-in';
import { privateState } from './private-state';
import { anything, asNumber, asText, flag, number, text } from './property';
import { reflect } from './reflect';
import { makeRefresher, type Refresher } from './refresher';
import { refresherStyle } from './refresher-style';
import { watchScroll } from './scroll-events';
import { scrollTo, scrollToView } from './scroll-position';

const inner = privateState(() => ({ refresher: null as Refresher | null, stopScroll: () => {} }));

/** The host itself scrolls. */
export const scrollView = defineBuiltIn({
  tag: 'scroll-view',
  multipleSlots: true,
  properties: {
    scrollX: flag(),
    scrollY: flag(),
    upperThreshold: { ...number(50), optionalTypes: [String] },
    lowerThreshold: { ...number(50), optionalTypes: [String] },
    scrollTop: anything(),
    scrollLeft: anything(),
    scrollIntoView: text(),
    scrollIntoViewOffset: number(),
    scrollWithAnimation: flag(),
    enableBackToTop: flag(),
    enableFlex: flag(),
    scrollAnchoring: flag(),
    enhanced: flag(),
    bounces: flag(true),
    showScrollbar: flag(true),
    pagingEnabled: flag(),
    fastDeceleration: flag(),
    usingSticky: flag(),
    type: text(),
    refresherEnabled: flag(),
    refresherThreshold: number(45),
    refresherDefaultStyle: text('black'),
    refresherBackground: text(),
    refresherTriggered: flag(),
  },
  template: `
    <h-div class="wx-scroll-view-refresher">
      <h-div wx:if="{{refresherEnabled && refresherDefaultStyle !== 'none'}}" class="wx-refresher-dots wx-refresher-{{refresherDefaultStyle}}"><h-i /><h-i /><h-i /></h-div>
      <slot name="refresher" />
    </h-div>
    <h-div class="wx-scroll-view-content"><slot /></h-div>`,
  style: `
    wx-scroll-view { display: block; position: relative; width: 100%; overflow: hidden; scrollbar-width: thin }
    wx-scroll-view[scroll-x] { overflow-x: auto }
    wx-scroll-view[scroll-y] { overflow-y: auto }
    wx-scroll-view[wx-no-bar] { scrollbar-width: none }
    .wx-scroll-view-content { position: relative; width: 100%; height: 100% }
    wx-scroll-view[enable-flex] > .wx-scroll-view-content {
      display: flex; flex-direction: inherit; justify-content: inherit; align-items: inherit; flex-wrap: inherit;
    }
    ${refresherStyle}`,
  observers: {
    'scrollX, scrollY, enableFlex, showScrollbar'(x: boolean, y: boolean, flex: boolean, bar: boolean) {
      reflect(this.host, { 'scroll-x': x, 'scroll-y': y, 'enable-flex': flex, 'wx-no-bar': !bar });
    },
    scrollTop(top: unknown) {
      if (top !== null && top !== undefined) this.moveTo({ top: asNumber(top) });
    },
    scrollLeft(left: unknown) {
      if (left !== null && left !== undefined) this.moveTo({ left: asNumber(left) });
    },
    scrollIntoView(id: unknown) {
      // What it shall show may come with the same setData, after this component.
      if (asText(id) !== '') setTimeout(() => this.showId(asText(id)));
    },
    refresherBackground(colour: unknown) {
      const area = this.find('.wx-scroll-view-refresher');
      if (area !== null) area.style.backgroundColor = asText(colour);
    },
    'refresherTriggered, refresherEnabled'(triggered: boolean, enabled: boolean) {
      if (enabled) inner(this).refresher?.trigger(triggered);
    },
  },
  methods: {
    moveTo(to: ScrollToOptions): void {
      setTimeout(() => scrollTo(this, to));
    },
    showId(id: string): void {
      scrollToView(this, id);
    },
  },
  ready() {
    const state = inner(this);
    state.stopScroll = watchScroll(this);
    state.refresher = makeRefresher(this);
    if (this.data.refresherTriggered === true) state.refresher.trigger(true);
  },
  detached() {
    inner(this).stopScroll();
    inner(this).refresher?.stop();
  },
});
