import type { Platform } from '../../platform';
import { beijingDay, daysOfMonth, endOfMonthMs, startOfDayMs } from '../../platform/beijing-time';
import { type CountedTrip, readCountedTrips, sumBy, type Travel, travelOf } from './counted-trips';
import type { TripSum } from './sum-days';

/** What a rider's credited trips of a month were, by the Beijing day of their entry. No place is named. */
export interface RidesMonth extends Travel {
  /** The way of travelling that spared most first; a trip whose evidence is forgotten is of mode ``. */
  modes: (TripSum & { mode: string })[];
  /** Every day of the month, the first one first. */
  byDay: (TripSum & { day: string })[];
}

const modeOf = ({ evidence }: CountedTrip): string => evidence?.mode ?? '';

function modesOf(counted: readonly CountedTrip[]): RidesMonth['modes'] {
  const names = [...new Set(counted.map(modeOf))].sort();
  const modes = sumBy(names, counted, modeOf).map(({ name: mode, ...sum }) => ({ mode, ...sum }));
  return modes.sort((one, other) => other.grams - one.grams || other.trips - one.trips);
}

/** The rider's month so far, or the whole of one that is over. One database call a thousand trips. */
export async function sumRidesMonth(
  platform: Platform,
  uid: string,
  { month, city }: { month: string; city: string },
): Promise<RidesMonth> {
  const span = { fromMs: startOfDayMs(`${month}-01`), belowMs: endOfMonthMs(month) };
  const counted = await readCountedTrips(platform, uid, span);
  const days = sumBy(daysOfMonth(month), counted, ({ fromMs }) => beijingDay(fromMs));
  return {
    ...travelOf(city, counted),
    modes: modesOf(counted),
    byDay: days.map(({ name: day, ...sum }) => ({ day, ...sum })),
  };
}
