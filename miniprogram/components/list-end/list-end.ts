/** What stands under a list that is read a page at a time. Emits `retry`. */
Component({
  properties: {
    hasMore: Boolean,
    /** Why the next page did not come; the rows above stay. */
    text: String,
    code: String,
  },
  methods: {
    onRetryTap() {
      this.triggerEvent('retry');
    },
  },
});
