/** One line of the statement with the balance after it. Emits `open`. */
Component({
  properties: {
    title: String,
    detail: String,
    amount: String,
    /** `carbon`, `bonus`, or `out` for what left. */
    tone: { type: String, value: 'carbon' },
    balance: String,
    label: String,
    /** Leads nowhere. */
    still: Boolean,
  },
  methods: {
    onTap() {
      if (!this.data.still) this.triggerEvent('open');
    },
  },
});
