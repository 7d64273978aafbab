/** Where rows will be, while they are on their way. */
Component({
  properties: {
    rows: { type: Number, value: 3 },
    /** Leaves room for a page's large number above the rows. */
    hero: Boolean,
  },
});
