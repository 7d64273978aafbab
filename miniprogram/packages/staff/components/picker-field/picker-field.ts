/** A field that is chosen, not typed: one of several names, or a day. Emits `change` with the index or the day. */
Component({
  properties: {
    label: String,
    /** `selector` or `date`. */
    mode: { type: String, value: 'selector' },
    /** Names to choose from, for `selector`. */
    names: { type: Array, value: [] },
    /** Index of the chosen name; below 0 nothing is chosen. */
    index: { type: Number, value: -1 },
    /** The chosen day, for `date`; empty when none is. */
    day: String,
    /** The first and last day that can be chosen. */
    start: String,
    end: String,
    placeholder: String,
    note: String,
    /** What is wrong with it; it replaces the note. */
    problem: String,
    disabled: Boolean,
  },
  data: { text: '' },
  observers: {
    'mode, names, index, day'(mode: string, names: string[], index: number, day: string) {
      this.setData({ text: mode === 'date' ? day : (names[index] ?? '') });
    },
  },
  methods: {
    onChange({ detail }: WechatMiniprogram.PickerChange) {
      const value = this.data.mode === 'date' ? detail.value : Number(detail.value);
      this.triggerEvent('change', { value });
    },
  },
});
