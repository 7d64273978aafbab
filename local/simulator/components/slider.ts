import { setDefaultRole } from './accessibility';
import { type BuiltInInstance, defineBuiltIn } from './built-in';
import { watchDrag } from './drag';
import { privateState } from './private-state';
import { asNumber, flag, number, text } from './property';

const gesture = privateState(() => ({ stop: () => {}, before: 0 }));

export const slider = defineBuiltIn({
  tag: 'slider',
  isFormField: true,
  properties: {
    value: number(),
    min: number(0),
    max: number(100),
    step: number(1),
    disabled: flag(),
    showValue: flag(),
    color: text('#e9e9e9'),
    backgroundColor: text(),
    selectedColor: text('#1aad19'),
    activeColor: text(),
    blockSize: number(28),
    blockColor: text('#ffffff'),
    name: text(),
  },
  data: { percent: 0 },
  template: `<h-div class="wx-slider-wrapper">
    <h-div class="wx-slider-tap-area">
      <h-div class="wx-slider-handle-wrapper" style="background-color:{{backgroundColor || color}}">
        <h-div class="wx-slider-track" style="width:{{percent}}%;background-color:{{activeColor || selectedColor}}" />
        <h-div class="wx-slider-thumb" style="left:{{percent}}%;width:{{blockSize}}px;height:{{blockSize}}px;margin:-{{blockSize / 2}}px 0 0 -{{blockSize / 2}}px;background-color:{{blockColor}}" />
      </h-div>
    </h-div>
    <h-span wx:if="{{showValue}}" class="wx-slider-value">{{value}}</h-span>
  </h-div>`,
  style: `
    wx-slider { display: block; margin: 10px 18px; padding: 0 }
    wx-slider[disabled] { opacity: 0.6 }
    .wx-slider-wrapper { display: flex; align-items: center; min-height: 16px }
    .wx-slider-tap-area { flex: 1; padding: 8px 0; touch-action: pan-y; cursor: pointer }
    .wx-slider-handle-wrapper { position: relative; height: 2px; border-radius: 5px }
    .wx-slider-track { height: 100%; border-radius: 6px }
    .wx-slider-thumb { position: absolute; top: 50%; border-radius: 50%; box-shadow: 0 0 4px rgba(0, 0, 0, 0.2) }
    .wx-slider-value { width: 3ch; margin-left: 1em; color: #888888; font-size: 14px }`,
  observers: {
    'value, min, max, disabled'(value: number, min: number, max: number, disabled: boolean) {
      const percent = max > min ? ((Math.min(max, Math.max(min, value)) - min) / (max - min)) * 100 : 0;
      if (percent !== this.data.percent) this.setData({ percent });
      for (const [name, now] of Object.entries({ valuemin: min, valuemax: max, valuenow: value, disabled })) {
        this.host.setAttribute(`aria-${name}`, String(now));
      }
      this.host.toggleAttribute('disabled', disabled);
    },
  },
  methods: {
    resetField() {
      this.setData({ value: asNumber(this.data.min) });
    },
  },
  attached() {
    setDefaultRole(this.host, 'slider');
    const area = this.find('.wx-slider-tap-area');
    if (area === null) return;
    const state = gesture(this);
    state.stop = watchDrag(area, {
      axis: 'x',
      start: () => {
        state.before = asNumber(this.data.value);
        return this.data.disabled !== true;
      },
      move: point => {
        if (slideTo(this, point.x)) this.triggerEvent('changing', { value: this.data.value });
      },
      end: point => {
        slideTo(this, point.x);
        if (this.data.value !== state.before) this.triggerEvent('change', { value: this.data.value });
      },
    });
  },
  detached() {
    gesture(this).stop();
  },
});

/** @returns whether the value is another one now */
function slideTo(owner: BuiltInInstance, x: number): boolean {
  const track = owner.find('.wx-slider-handle-wrapper')?.getBoundingClientRect();
  if (track === undefined || track.width === 0) return false;
  const value = valueAt((x - track.left) / track.width, owner.data);
  if (value === owner.data.value) return false;
  owner.setData({ value });
  return true;
}

function valueAt(share: number, { min, max, step }: Record<string, unknown>): number {
  const low = asNumber(min);
  const high = asNumber(max, 100);
  const width = asNumber(step, 1) || 1;
  const raw = low + Math.min(1, Math.max(0, share)) * (high - low);
  const stepped = low + Math.round((raw - low) / width) * width;
  // Steps such as 0.1 are not exact in binary; nobody wants to read 0.30000000000000004.
  return Number(Math.min(high, stepped).toFixed(decimalsOf(width)));
}

function decimalsOf(step: number): number {
  return String(step).split('.')[1]?.length ?? 0;
}
