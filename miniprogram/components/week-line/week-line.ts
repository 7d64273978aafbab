/** The week as a line with seven stations; the line is drawn up to today. */
Component({
  properties: {
    /** name, isToday, isReached, isPast, label of each day, Monday first; see views/week. */
    stations: { type: Array, value: [] },
  },
});
