/** Where rows will be, while they are on their way. */
Component({
  properties: {
    rows: { type: Number, value: 3 },
    /** Leaves room for a page's large number above the rows. */
    hero: Boolean,
  },
  data: { places: [0, 1, 2] },
  observers: {
    rows(rows: number) {
      this.setData({ places: Array.from({ length: rows }, (_, place) => place) });
    },
  },
});
