interface Option {
  key: string;
  name: string;
}

/** A field whose value is chosen: one of `options` by its `key`, or a day from `start` on. Emits `change` with `value`. */
Component({
  properties: {
    label: String,
    /** `key` and `name` of each. */
    options: { type: Array, value: [] as Option[] },
    /** Chooses a day, `2026-11-20`, instead of an option. */
    day: Boolean,
    start: String,
    /** The last day that can be chosen; any later one without it. */
    end: { type: String, value: '2099-12-31' },
    value: String,
    placeholder: { type: String, value: '请选择' },
    /** What to know before choosing. */
    note: String,
    /** What is wrong with it; it replaces the note. */
    problem: String,
  },
  data: { shown: '', index: 0 },
  observers: {
    'options, value, day'(options: Option[], value: string, day: boolean) {
      const index = options.findIndex(({ key }) => key === value);
      this.setData({ shown: day ? value : (options[index]?.name ?? ''), index: Math.max(0, index) });
    },
  },
  methods: {
    onChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string | number }>) {
      const options = this.data.options as Option[];
      const value = this.data.day ? String(detail.value) : options[Number(detail.value)]?.key;
      if (value !== undefined) this.triggerEvent('change', { value });
    },
  },
});
