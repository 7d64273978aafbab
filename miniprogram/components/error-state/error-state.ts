/** Something did not load: why, a way to try again, and the code for who asks for help. Emits `retry`. */
Component({
  properties: {
    text: String,
    code: String,
    busy: Boolean,
  },
  methods: {
    onPress() {
      this.triggerEvent('retry');
    },
  },
});
