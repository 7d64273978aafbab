/** What is checked, as the stations of one line: passed, where the check is now, where it stopped, and what lies ahead. */
Component({
  properties: {
    /** name, detail, count and state (`passed`, `now`, `broken`, `ahead`) of each; see views/own-proof. */
    stations: { type: Array, value: [] },
  },
});
