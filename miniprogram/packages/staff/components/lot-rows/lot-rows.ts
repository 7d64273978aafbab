/** So many are read at a glance. */
const SHOWN = 6;

/** Lots, holds or debts of an account: the first ones, the rest behind a tap. */
Component({
  properties: {
    /** See views/books `LotView`. */
    lots: { type: Array, value: [] as object[] },
  },
  data: { shown: [] as object[], hidden: 0 },
  observers: {
    lots(lots: object[]) {
      this.setData({ shown: lots.slice(0, SHOWN), hidden: Math.max(0, lots.length - SHOWN) });
    },
  },
  methods: {
    onMore() {
      this.setData({ shown: this.data.lots as object[], hidden: 0 });
    },
  },
});
