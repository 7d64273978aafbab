/** A name and its number, which a tap explains; `open` shows the explanation from the beginning. */
Component({
  properties: {
    name: String,
    amount: String,
    /** Stands below the name. */
    note: String,
    explanation: String,
    /** `carbon` or `bonus`: the colour of the dot before the name; without it there is none. */
    tone: String,
    /** How much of that colour the dot has, as in the bar: 0 is all of it. */
    shade: Number,
    /** It is the sum of the rows below or above it. */
    strong: Boolean,
    /** A line above it. */
    ruled: Boolean,
    /** A hash, not a number of credits. */
    code: Boolean,
  },
  data: { isOpen: false },
  methods: {
    onTap() {
      this.setData({ isOpen: !this.data.isOpen });
    },
  },
});
