/** A trip of the rider's own telling as a row. Emits `open`. */
Component({
  properties: {
    title: String,
    detail: String,
    amount: String,
    remark: String,
    isVoid: Boolean,
    /** What a screen reader says of the whole row. */
    label: String,
  },
  methods: {
    onTap() {
      this.triggerEvent('open');
    },
  },
});
