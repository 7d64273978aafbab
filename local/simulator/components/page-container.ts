import { defineBuiltIn } from './built-in';
import { privateState } from './private-state';
import { asNumber, asText, flag, number, text } from './property';

const timer = privateState(() => ({ pending: 0 as number | ReturnType<typeof setTimeout> }));

/** A layer that looks like a page of its own. */
export const pageContainer = defineBuiltIn({
  tag: 'page-container',
  properties: {
    show: flag(),
    duration: number(300),
    zIndex: number(100),
    overlay: flag(true),
    position: text('bottom'),
    round: flag(),
    closeOnSlideDown: flag(),
    overlayStyle: text(),
    customStyle: text(),
  },
  data: { isIn: false, isMounted: false },
  template: `<h-div wx:if="{{isMounted}}" class="wx-page-container {{isIn ? 'wx-page-container-in' : ''}}" style="z-index:{{zIndex}};--wx-duration:{{duration}}ms">
    <h-div wx:if="{{overlay}}" class="wx-page-container-overlay" style="{{overlayStyle}}" bind:tap="onOverlay" />
    <h-div class="wx-page-container-sheet wx-page-container-{{position}} {{round ? 'wx-page-container-round' : ''}}" style="{{customStyle}}"><slot /></h-div>
  </h-div>`,
  style: `
    wx-page-container { display: contents }
    .wx-page-container { position: fixed; inset: 0 }
    .wx-page-container-overlay { position: absolute; inset: 0; background: rgba(0, 0, 0, 0.5); opacity: 0; transition: opacity var(--wx-duration) }
    .wx-page-container-in > .wx-page-container-overlay { opacity: 1 }
    .wx-page-container-sheet { position: absolute; left: 0; right: 0; background: #ffffff; overflow: hidden; transition: transform var(--wx-duration), opacity var(--wx-duration) }
    .wx-page-container-bottom { bottom: 0; transform: translateY(100%) }
    .wx-page-container-top { top: 0; transform: translateY(-100%) }
    .wx-page-container-right { top: 0; bottom: 0; transform: translateX(100%) }
    .wx-page-container-center { top: 50%; transform: translateY(-50%); opacity: 0 }
    .wx-page-container-in > .wx-page-container-sheet { transform: none; opacity: 1 }
    .wx-page-container-in > .wx-page-container-center { transform: translateY(-50%) }
    .wx-page-container-bottom.wx-page-container-round { border-radius: 20px 20px 0 0 }
    .wx-page-container-top.wx-page-container-round { border-radius: 0 0 20px 20px }`,
  observers: {
    show(wanted: boolean) {
      if (wanted !== this.data.isMounted || wanted !== this.data.isIn) this.turn(wanted);
    },
  },
  methods: {
    turn(on: boolean): void {
      clearTimeout(timer(this).pending);
      const [before, now, after] = on
        ? ['beforeenter', 'enter', 'afterenter']
        : ['beforeleave', 'leave', 'afterleave'];
      this.triggerEvent(asText(before), {});
      if (on) this.setData({ isMounted: true });
      // A frame must have been drawn with the sheet outside, or there is nothing to move from.
      requestAnimationFrame(() => this.setData({ isIn: on }));
      this.triggerEvent(asText(now), {});
      timer(this).pending = setTimeout(
        () => {
          if (!on) this.setData({ isMounted: false });
          this.triggerEvent(asText(after), {});
        },
        asNumber(this.data.duration, 300),
      );
    },
    onOverlay(): void {
      this.triggerEvent('clickoverlay', {});
      this.setData({ show: false });
    },
  },
  detached() {
    clearTimeout(timer(this).pending);
  },
});
