import type { Platform } from '../../platform';
import { beijingDay, daysOfMonth, weekOf } from '../../platform/beijing-time';
import { type RiderDay, riderDayId, riderDays } from '../rider-days';

/** Credited trips that began then, and the grams credited for them. */
export interface TripSum {
  trips: number;
  grams: number;
}

export interface RidesSummary {
  /** The Beijing day as of which the rest is. */
  today: string;
  /** Monday to Sunday. */
  week: (TripSum & { day: string })[];
  month: TripSum & { month: string };
}

/**
 * A trip over midnight stands in both of its days; it counts in the first. Only what a partner signed is counted, unless
 * its rider claims it in another scheme.
 */
const sumOfDay = ({ day, trips, gramsBySource }: RiderDay): TripSum => ({
  trips: trips.filter(
    ({ fromMs, bonus, elsewhere }) => bonus === undefined && !elsewhere && beijingDay(fromMs) === day,
  ).length,
  grams: Object.values(gramsBySource).reduce((sum, grams) => sum + grams, 0),
});

/** By day, those without a trip left out. One database call, whose documents are named: at most 200 of them. */
async function sumsOf(
  platform: Platform,
  uid: string,
  days: readonly string[],
): Promise<Map<string, TripSum>> {
  const ids = [...new Set(days)].map(day => riderDayId(uid, day));
  const found = await platform.database.find(riderDays, {
    where: { _id: { oneOf: ids } },
    limit: ids.length,
  });
  return new Map(found.map(document => [document.day, sumOfDay(document)]));
}

const together = (sums: ReadonlyMap<string, TripSum>, days: readonly string[]): TripSum =>
  days.reduce(
    (whole, day) => {
      const { trips, grams } = sums.get(day) ?? { trips: 0, grams: 0 };
      return { trips: whole.trips + trips, grams: whole.grams + grams };
    },
    { trips: 0, grams: 0 },
  );

/** The rider's week and month as of now. One database call. */
export async function summariseRides(platform: Platform, uid: string): Promise<RidesSummary> {
  const today = beijingDay(platform.nowMs());
  const [week, month] = [weekOf(today), today.slice(0, 7)];
  const days = daysOfMonth(month);
  const sums = await sumsOf(platform, uid, [...week, ...days]);
  return {
    today,
    week: week.map(day => ({ day, ...together(sums, [day]) })),
    month: { month, ...together(sums, days) },
  };
}

/** Sums of at most six whole months, in the order asked for. One database call. */
export async function sumMonths(
  platform: Platform,
  uid: string,
  months: readonly string[],
): Promise<(TripSum & { month: string })[]> {
  const sums = await sumsOf(platform, uid, months.flatMap(daysOfMonth));
  return months.map(month => ({ month, ...together(sums, daysOfMonth(month)) }));
}
