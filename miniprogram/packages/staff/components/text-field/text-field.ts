/** A field with its name above and, once it is wrong, why below. Emits `change` with `value`. */
Component({
  properties: {
    label: String,
    value: String,
    placeholder: String,
    /** What to know while filling it in. */
    note: String,
    /** What is wrong with it; it replaces the note. */
    problem: String,
    maxlength: { type: Number, value: 60 },
    multiline: Boolean,
    /** `number`, `digit` or `text`: which keyboard comes up. */
    kind: { type: String, value: 'text' },
    /** Stands at the right end of the field, such as a unit. */
    unit: String,
    disabled: Boolean,
  },
  methods: {
    onInput({ detail }: WechatMiniprogram.Input) {
      this.triggerEvent('change', { value: detail.value });
    },
  },
});
