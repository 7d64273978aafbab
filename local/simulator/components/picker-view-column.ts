import { defineBuiltIn } from './built-in';
import { dark } from './dark';
import { privateState } from './private-state';
import { asText } from './property';
import { makeWheel, type Wheel } from './wheel';

const inner = privateState(() => ({
  wheel: null as Wheel | null,
  index: 0,
  watching: [] as { disconnect(): void }[],
}));

export const pickerViewColumn = defineBuiltIn({
  tag: 'picker-view-column',
  data: { indicatorStyle: '', maskStyle: '' },
  template: `<h-div class="wx-picker-view-group">
    <h-div class="wx-picker-view-content"><slot /></h-div>
    <h-div class="wx-picker-view-mask" style="{{maskStyle}}" />
    <h-div class="wx-picker-view-indicator" style="{{indicatorStyle}}" />
  </h-div>`,
  style: `
    wx-picker-view-column { display: block; flex: 1; min-width: 0; height: 100% }
    .wx-picker-view-group { position: relative; height: 100%; overflow: hidden }
    .wx-picker-view-content {
      height: 100%; box-sizing: border-box; overflow-y: auto; scroll-snap-type: y mandatory; scrollbar-width: none;
      overscroll-behavior: contain; text-align: center;
    }
    .wx-picker-view-content > * { height: var(--wx-picker-item); overflow: hidden; scroll-snap-align: center; flex: none }
    .wx-picker-view-mask {
      position: absolute; inset: 0; pointer-events: none;
      background: linear-gradient(rgba(255, 255, 255, 0.95), rgba(255, 255, 255, 0.6)) top / 100% calc(50% - var(--wx-picker-item) / 2) no-repeat,
        linear-gradient(rgba(255, 255, 255, 0.6), rgba(255, 255, 255, 0.95)) bottom / 100% calc(50% - var(--wx-picker-item) / 2) no-repeat;
    }
    .wx-picker-view-indicator {
      position: absolute; left: 0; width: 100%; top: 50%; height: 34px; transform: translateY(-50%); pointer-events: none;
      border: solid #e5e5e5; border-width: 1px 0; box-sizing: border-box;
    }
    ${dark(`
      .wx-picker-view-mask {
        background-image: linear-gradient(rgba(25, 25, 25, 0.95), rgba(25, 25, 25, 0.6)),
          linear-gradient(rgba(25, 25, 25, 0.6), rgba(25, 25, 25, 0.95));
      }
      .wx-picker-view-indicator { border-color: rgba(255, 255, 255, 0.1) }
    `)}`,
  methods: {
    index(): number {
      return inner(this).wheel?.index() ?? 0;
    },
    arrange(index: number, { indicatorStyle, maskStyle }: Record<string, unknown>) {
      inner(this).index = index;
      this.setData({ indicatorStyle: asText(indicatorStyle), maskStyle: asText(maskStyle) });
      this.settle();
    },
    /** Items are as high as the indicator, and the first and last one can reach the middle. */
    settle(): void {
      const content = this.find('.wx-picker-view-content');
      if (content === null || content.clientHeight === 0) return;
      const height = this.itemHeight();
      this.host.style.setProperty('--wx-picker-item', `${height}px`);
      content.style.paddingBlock = `${(this.host.clientHeight - height) / 2}px`;
      inner(this).wheel?.turnTo(inner(this).index);
    },
    itemHeight(): number {
      return this.find('.wx-picker-view-indicator')?.offsetHeight || 34;
    },
  },
  ready() {
    const content = this.find('.wx-picker-view-content');
    if (content === null) return;
    const state = inner(this);
    state.wheel = makeWheel({
      scroller: content,
      itemHeight: () => this.itemHeight(),
      started: () => this.ancestor('picker-view')?.invoke('tellStart'),
      settled: index => {
        state.index = index;
        this.ancestor('picker-view')?.invoke('tellChange');
      },
    });
    const resized = new ResizeObserver(() => this.settle());
    resized.observe(this.host);
    // Items that come later, e.g. the days of another month, must not lose the chosen place.
    const filled = new MutationObserver(() => this.settle());
    filled.observe(content, { childList: true });
    state.watching = [resized, filled];
    this.ancestor('picker-view')?.invoke('arrange');
  },
  detached() {
    const { wheel, watching } = inner(this);
    wheel?.stop();
    for (const each of watching) each.disconnect();
  },
});
