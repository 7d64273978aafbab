/** Says what went wrong and offers to try again; `retry` comes from a tap. */
Component({
  properties: {
    /** Of views/failure.ts. */
    text: { type: String, value: '' },
    code: { type: String, value: '' },
  },
  methods: {
    onRetryTap() {
      this.triggerEvent('retry');
    },
  },
});
