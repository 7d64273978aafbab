import { DAY_MS, HOUR_MS, MINUTE_MS } from '../beijing-time';
import type { City, Departure, Gift, Join, Reversal } from '../city/city';
import type { Ride } from '../city/ride';
import type { TripPlan } from '../people/plan';
import { plansOfDay } from './plans-of-day';

/** What happens between one look of the operator and the next; done in this order. */
export interface Step {
  untilMs: number;
  /** Number of the day in the month, from 0. */
  day: number;
  joins: readonly Join[];
  rides: readonly Ride[];
  reversals: readonly Reversal[];
  gifts: readonly Gift[];
  departures: readonly Departure[];
  plans: readonly TripPlan[];
}

/**
 * The operator sends once a day: a rider's day is then one transaction of the product, which is what filling the month
 * takes its time for. Late in the evening, so that nearly every ride is credited on the day on which it was made.
 */
const SENDING_HOUR = 22;
/** So much after the full hour: timers start at full minutes, and are to have run by then. */
const AFTER_THE_HOUR_MS = 2 * MINUTE_MS;

/**
 * The whole month in the portions in which it is sent. The last one brings what the last evening has left, and ends a
 * little after the month does.
 */
export function stepsOf(city: City): Step[] {
  const untils = [
    ...city.days.map((_, day) => city.startMs + day * DAY_MS + SENDING_HOUR * HOUR_MS + AFTER_THE_HOUR_MS),
    city.endMs + AFTER_THE_HOUR_MS,
  ];
  return untils.map((untilMs, number) => {
    const afterMs = untils[number - 1] ?? city.startMs;
    const isDue = (atMs: number): boolean => afterMs < atMs && atMs <= untilMs;
    return {
      untilMs,
      day: Math.min(number, city.days.length - 1),
      joins: city.joins.filter(({ atMs }) => isDue(atMs)),
      rides: city.rides.filter(({ feedAtMs }) => isDue(feedAtMs)),
      reversals: city.reversals.filter(({ atMs }) => isDue(atMs)),
      gifts: city.gifts.filter(({ atMs }) => isDue(atMs)),
      departures: city.departures.filter(({ atMs }) => isDue(atMs)),
      plans: plansOfDay(city, number),
    };
  });
}
