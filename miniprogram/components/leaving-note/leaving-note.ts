/** Says that the account is about to be closed, and leads to where that is called off. Nothing without text. Emits `open`. */
Component({
  properties: { text: String },
  methods: {
    onTap() {
      this.triggerEvent('open');
    },
  },
});
