/** A month as a line of days, with what each spared standing upon it. */
Component({
  properties: {
    /** See views/earning-month. */
    days: { type: Array, value: [] },
    /** What somebody hears in place of the picture. */
    label: String,
  },
});
