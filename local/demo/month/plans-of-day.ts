import { DAY_MS } from '../beijing-time';
import type { City } from '../city/city';
import type { TripPlan } from '../people/plan';

/** Who plans trips: the rider that people are told to try things with, and one more. */
const planners: readonly string[] = ['demo-commuter-001', 'demo-commuter-004'];

/** In the last evenings of the month only, so that filling it takes no longer. */
const EVENINGS = 6;

/**
 * What the planners plan on the evening of a day: their first ride of the next one. It stands when the operator has fed it,
 * so that most of the plans come true.
 */
export function plansOfDay(city: City, day: number): TripPlan[] {
  const last = city.days.length - 1;
  if (day >= last || day < last - EVENINGS) return [];
  const fromMs = city.startMs + (day + 1) * DAY_MS;
  return planners.flatMap(openid => {
    const ride = city.rides.find(
      ({ openid: rider, mishap, ticket: { entry } }) =>
        rider === openid && mishap === null && entry.atMs >= fromMs && entry.atMs < fromMs + DAY_MS,
    );
    if (!ride) return [];
    const { entry, exit } = ride.ticket;
    return [{ openid, from: entry.station, to: exit.station, day: city.days[day + 1]! }];
  });
}
