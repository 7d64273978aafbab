import type { Platform } from '../../platform';
import { beijingMonth, endOfMonthMs, monthsOfYear, startOfDayMs } from '../../platform/beijing-time';
import { readCountedTrips, sumBy, type Travel, travelOf } from './counted-trips';
import type { TripSum } from './sum-days';

/** What a rider's credited trips of a year were, by the Beijing day of their entry. No place is named. */
export interface RidesYear extends Travel {
  /** January first. */
  months: (TripSum & { month: string })[];
}

/** The rider's year so far, or the whole of one that is over. One database call a thousand trips. */
export async function sumRidesYear(
  platform: Platform,
  uid: string,
  { year, city }: { year: number; city: string },
): Promise<RidesYear> {
  const span = { fromMs: startOfDayMs(`${year}-01-01`), belowMs: endOfMonthMs(`${year}-12`) };
  const counted = await readCountedTrips(platform, uid, span);
  const months = sumBy(monthsOfYear(year), counted, ({ fromMs }) => beijingMonth(fromMs));
  return {
    ...travelOf(city, counted),
    months: months.map(({ name: month, ...sum }) => ({ month, ...sum })),
  };
}
