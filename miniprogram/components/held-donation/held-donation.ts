/** A donation that can still be taken back, with the time that is left. Emits `back`. */
Component({
  properties: {
    title: String,
    /** How long it can be taken back; empty when the time is over and it is on its way. */
    remaining: String,
    remainingPercent: Number,
    busy: Boolean,
  },
  methods: {
    onBackPress() {
      this.triggerEvent('back');
    },
  },
});
