import { DAY_MS, HOUR_MS } from '../beijing-time';
import type { City, Departure, Join, Reversal } from '../city/city';
import type { Ride } from '../city/ride';

/** What happens between one look of the operator and the next; done in this order. */
export interface Step {
  untilMs: number;
  /** Number of the day in the month, from 0. */
  day: number;
  joins: readonly Join[];
  rides: readonly Ride[];
  reversals: readonly Reversal[];
  departures: readonly Departure[];
}

/** Hours of the day at which the operator sends what has come in; the last one is midnight. */
const SENDING_HOURS = [11, 17, 24];

/** The whole month in the portions in which it is sent. */
export function stepsOf(city: City): Step[] {
  return city.days.flatMap((_, day) =>
    SENDING_HOURS.map((hour, index) => {
      const dayStartMs = city.startMs + day * DAY_MS;
      const untilMs = dayStartMs + hour * HOUR_MS;
      const afterMs = dayStartMs + (SENDING_HOURS[index - 1] ?? 0) * HOUR_MS;
      const isDue = (atMs: number): boolean => afterMs < atMs && atMs <= untilMs;
      return {
        untilMs,
        day,
        joins: city.joins.filter(({ atMs }) => isDue(atMs)),
        rides: city.rides.filter(({ feedAtMs }) => isDue(feedAtMs)),
        reversals: city.reversals.filter(({ atMs }) => isDue(atMs)),
        departures: city.departures.filter(({ atMs }) => isDue(atMs)),
      };
    }),
  );
}
