/** What a change makes of each thing: before on the left or above, after behind the arrow. */
Component({
  properties: {
    /** `label`, `before` and `after`; null is "was not there" or "will not be there". */
    differences: { type: Array, value: [] },
  },
});
