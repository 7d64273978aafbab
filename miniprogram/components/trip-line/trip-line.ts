/** A ride as a line between two station dots, in its metro line's colour. Emits `open` when it leads somewhere. */
Component({
  properties: {
    from: String,
    to: String,
    /** Variables of its colours, see views/metro-lines; green without. */
    rail: String,
    /** Plates of the lines used: name, color, ink. */
    lines: { type: Array, value: [] },
    moreLines: Number,
    /** Distance and time; side by side where there is room. */
    details: { type: Array, value: [] },
    amount: String,
    unit: String,
    remark: String,
    isVoid: Boolean,
    /** What a screen reader says of the whole row. */
    label: String,
    /** Nothing to open: an example, or the head of its own page. */
    still: Boolean,
  },
  methods: {
    onTap() {
      if (!this.data.still) this.triggerEvent('open');
    },
  },
});
