const LEAVE_MS = 200;

/** Newly arrived credits, collected by a tap. Presentation only: they are posted already. Emits `collect` once. */
Component({
  properties: {
    text: String,
    /** `carbon` or `bonus`. */
    kind: { type: String, value: 'carbon' },
    label: String,
  },
  data: { isLeaving: false },
  methods: {
    onTap() {
      if (this.data.isLeaving) return;
      this.setData({ isLeaving: true });
      setTimeout(() => this.triggerEvent('collect'), LEAVE_MS);
    },
  },
});
