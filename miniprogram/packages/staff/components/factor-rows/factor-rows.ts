/** The factors of a set, each with the numbers and the source that it comes from. */
Component({
  properties: {
    /** See views/factors `FactorRowView`. */
    rows: { type: Array, value: [] },
  },
});
