import { setDefaultRole } from './accessibility';
import { defineBuiltIn } from './built-in';
import { privateState } from './private-state';
import { anything, asLength, asNumber, flag, number, text } from './property';

const running = privateState(() => ({ timer: null as ReturnType<typeof setInterval> | null }));

export const progress = defineBuiltIn({
  tag: 'progress',
  properties: {
    percent: number(),
    showInfo: flag(),
    borderRadius: anything(0),
    fontSize: anything(16),
    strokeWidth: anything(6),
    color: text('#09bb07'),
    activeColor: text(),
    backgroundColor: text('#ebebeb'),
    active: flag(),
    activeMode: text('backwards'),
    duration: number(30),
  },
  data: { shown: 0, barStyle: '', infoStyle: '' },
  template: `
    <h-div class="wx-progress-bar" style="{{barStyle}}"><h-div class="wx-progress-inner" style="width:{{shown}}%;background-color:{{activeColor || color}}" /></h-div>
    <h-p wx:if="{{showInfo}}" class="wx-progress-info" style="{{infoStyle}}">{{shown}}%</h-p>`,
  style: `
    wx-progress { display: flex; align-items: center }
    .wx-progress-bar { flex: 1; overflow: hidden }
    .wx-progress-inner { width: 0; height: 100% }
    .wx-progress-info { min-width: 2em; margin: 0 0 0 15px }`,
  observers: {
    'borderRadius, strokeWidth, fontSize, backgroundColor'(radius: unknown, width: unknown, size: unknown) {
      const barStyle = `height:${asLength(width)};border-radius:${asLength(radius)};background-color:${this.data.backgroundColor}`;
      this.setData({ barStyle, infoStyle: `font-size:${asLength(size)}` });
    },
    'percent, active'(percent: number, active: boolean) {
      this.host.setAttribute('aria-valuenow', String(percent));
      if (active) this.grow(this.data.activeMode === 'forwards' ? asNumber(this.data.shown) : 0);
      else this.setData({ shown: within(percent) });
    },
  },
  methods: {
    /** One percent after the other, each in `duration` milliseconds. */
    grow(from: number): void {
      const state = running(this);
      if (state.timer !== null) clearInterval(state.timer);
      let shown = from;
      const step = (): void => {
        const goal = within(asNumber(this.data.percent));
        shown = Math.min(goal, shown + 1);
        this.setData({ shown });
        if (shown < goal || state.timer === null) return;
        clearInterval(state.timer);
        this.triggerEvent('activeend', { curPercent: shown });
      };
      this.setData({ shown });
      state.timer = setInterval(step, asNumber(this.data.duration, 30));
    },
  },
  attached() {
    setDefaultRole(this.host, 'progressbar');
  },
  detached() {
    const { timer } = running(this);
    if (timer !== null) clearInterval(timer);
  },
});

const within = (percent: number): number => Math.min(100, Math.max(0, percent));
