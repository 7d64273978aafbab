/** A card with a heading; `more` at its right, when given, is tappable and emits `more`. */
Component({
  options: { multipleSlots: true },
  properties: {
    heading: String,
    /** At the right of the heading: a word that leads on when `link` is set, else a plain note. */
    more: String,
    link: Boolean,
    /** It holds rows, which bring their own space above and below. */
    rows: Boolean,
  },
  methods: {
    onMoreTap() {
      if (this.data.link) this.triggerEvent('more');
    },
  },
});
