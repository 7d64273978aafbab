/** A year or a day between the one before and the one after; what stands in the middle is the page's. Emits `go`. */
Component({
  properties: {
    /** What the two ends are called by who cannot see them. */
    beforeLabel: String,
    afterLabel: String,
    isFirst: Boolean,
    isLast: Boolean,
  },
  methods: {
    onBeforeTap() {
      if (!this.data.isFirst) this.triggerEvent('go', { by: -1 });
    },
    onAfterTap() {
      if (!this.data.isLast) this.triggerEvent('go', { by: 1 });
    },
  },
});
