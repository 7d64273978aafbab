import { DAY_MS, HOUR_MS, MINUTE_MS } from '../beijing-time';
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
/** So much after the full hour: timers start at full minutes, and are to have run by then. */
const AFTER_THE_HOUR_MS = 2 * MINUTE_MS;

/** The whole month in the portions in which it is sent. The last one ends a little after the month does. */
export function stepsOf(city: City): Step[] {
  const untils = city.days.flatMap((_, day) =>
    SENDING_HOURS.map(hour => city.startMs + day * DAY_MS + hour * HOUR_MS + AFTER_THE_HOUR_MS),
  );
  return untils.map((untilMs, number) => {
    const afterMs = untils[number - 1] ?? city.startMs;
    const isDue = (atMs: number): boolean => afterMs < atMs && atMs <= untilMs;
    return {
      untilMs,
      day: Math.floor(number / SENDING_HOURS.length),
      joins: city.joins.filter(({ atMs }) => isDue(atMs)),
      rides: city.rides.filter(({ feedAtMs }) => isDue(feedAtMs)),
      reversals: city.reversals.filter(({ atMs }) => isDue(atMs)),
      departures: city.departures.filter(({ atMs }) => isDue(atMs)),
    };
  });
}
