/** Steps as the stations of one line, from top to bottom; the last one is where it leads. */
Component({
  properties: {
    /** name and explanation of each step; either may be missing. */
    stops: { type: Array, value: [] },
    /** Whether even the last one is still to come: then it is hollow like the others. */
    ahead: Boolean,
  },
});
