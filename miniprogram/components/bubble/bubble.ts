/** Newly arrived credits, collected by a tap. Presentation only: they are posted already. Emits `collect` once. */
Component({
  properties: {
    text: String,
    /** What brought these credits, in a word or two; may be missing. */
    source: String,
    /** Which credits these are among several, such as the time of the ride; may be missing. */
    name: String,
    /** `carbon` or `bonus`. */
    kind: { type: String, value: 'carbon' },
    label: String,
  },
  data: { isCollected: false },
  methods: {
    onTap() {
      if (this.data.isCollected) return;
      this.setData({ isCollected: true });
      this.triggerEvent('collect');
    },
  },
});
