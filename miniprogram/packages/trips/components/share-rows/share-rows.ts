/** Parts of a whole: each a line as long as its part, from a station to the next. Green is carbon, amber a bonus. */
Component({
  properties: {
    /** See views/earning-month. */
    rows: { type: Array, value: [] },
    /** `carbon` or `bonus`. */
    kind: { type: String, value: 'carbon' },
  },
});
