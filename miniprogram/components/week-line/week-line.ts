/** The week as a line with seven stations: filled where there was a trip, and green between two such days in a row. */
Component({
  properties: {
    /** name, isToday, isReached, comesFrom, goesOn, label of each day, Monday first; see views/week. */
    stations: { type: Array, value: [] },
  },
});
