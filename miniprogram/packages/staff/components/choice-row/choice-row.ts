/** One of several things to choose. Emits `choose` with the row's `key`; a locked one says why and does nothing. */
Component({
  properties: {
    key: String,
    heading: String,
    note: String,
    /** At the right, such as a risk. */
    mark: String,
    chosen: Boolean,
    /** Only one of the list can be chosen. */
    single: Boolean,
    locked: Boolean,
    /** It has no line above it. */
    first: Boolean,
  },
  methods: {
    onTap() {
      if (!this.data.locked) this.triggerEvent('choose', { key: this.data.key });
    },
  },
});
