/** Offers a message after something that the rider is glad of; `said` stands in its place once there is an answer. Emits `accept` and `refuse`. */
Component({
  properties: { text: String, said: String, busy: Boolean },
  methods: {
    onAccept() {
      this.triggerEvent('accept');
    },
    onRefuse() {
      if (!this.data.busy) this.triggerEvent('refuse');
    },
  },
});
