/** Lists that stand beside each other, as stations of one line. Emits `change` with `key`. */
Component({
  properties: {
    /** `key` and `name` of each. */
    tabs: { type: Array, value: [] },
    value: String,
  },
  methods: {
    onTap(event: WechatMiniprogram.TouchEvent) {
      const { key } = event.currentTarget.dataset as { key: string };
      if (key !== this.data.value) this.triggerEvent('change', { key });
    },
  },
});
