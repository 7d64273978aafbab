/** Something that is asked on top of a page: from below on a phone, in the middle of a wide window. Emits `close`. */
Component({
  properties: {
    open: Boolean,
    heading: String,
  },
  methods: {
    onCloseTap() {
      this.triggerEvent('close');
    },
    /** What is below the sheet does not scroll. */
    onShadeMove() {},
  },
});
