/** A list without rows: what will be here, and the next step towards it. Emits `act`. */
Component({
  properties: {
    title: String,
    text: String,
    /** The next step's words; without them there is no button. */
    action: String,
  },
  methods: {
    onPress() {
      this.triggerEvent('act');
    },
  },
});
