/** The stations of an application or approval from top to bottom: passed, open, still to come, or where it ended. */
Component({
  properties: {
    /** `name`, `note`, `comment` (may be empty) and `state`: `passed`, `open`, `waiting` or `denied`. */
    stations: { type: Array, value: [] },
  },
});
