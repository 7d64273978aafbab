interface Difference {
  before: string | null;
}

/** What a change makes of each thing: before on the left or above, after behind the arrow. */
Component({
  properties: {
    /** `label`, `before` and `after`; null is "was not there" or "will not be there", both the same is no change. */
    differences: { type: Array, value: [] },
  },
  /** Of something wholly new nothing need be said line by line. */
  data: { isAllNew: false },
  observers: {
    differences(differences: Difference[]) {
      this.setData({ isAllNew: differences.every(({ before }) => before === null) });
    },
  },
});
