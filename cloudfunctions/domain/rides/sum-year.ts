import type { Platform } from '../../platform';
import { beijingMonth, endOfMonthMs, monthsOfYear, startOfDayMs } from '../../platform/beijing-time';
import { type Evidence, type Trip, trips } from './store';
import type { TripSum } from './sum-days';
import { legsOf } from './trip-legs';

/** What a rider's credited trips of a year were, by the Beijing day of their entry. No place is named. */
export interface RidesYear extends TripSum {
  metres: number;
  /** On which there was a trip. */
  days: number;
  /** Different stations. */
  stations: number;
  /** By how many trips used them, most first; a trip that changes counts for each of its lines. */
  lines: { line: string; trips: number }[];
  /** January first. */
  months: (TripSum & { month: string })[];
}

type CountedTrip = Pick<Trip, 'day' | 'fromMs' | 'creditedGrams' | 'timeline'> & {
  evidence: Evidence | null;
};

const PAGE_LIMIT = 1_000;

/** Latest first. One database call a thousand trips. */
async function readYear(platform: Platform, uid: string, year: number): Promise<CountedTrip[]> {
  const from = String(startOfDayMs(`${year}-01-01`));
  const found: CountedTrip[] = [];
  for (let below = String(endOfMonthMs(`${year}-12`)); ; ) {
    const page = await platform.database.find(trips, {
      where: { uid, timeline: { from, below } },
      orderBy: [['timeline', 'desc']],
      limit: PAGE_LIMIT,
      fields: ['state', 'day', 'fromMs', 'creditedGrams', 'timeline', 'evidence'],
    });
    found.push(...page.filter(({ state }) => state === 'credited'));
    if (page.length < PAGE_LIMIT) return found;
    below = page.at(-1)!.timeline;
  }
}

function monthsOf(year: number, counted: readonly CountedTrip[]): RidesYear['months'] {
  const months = new Map(monthsOfYear(year).map(month => [month, { month, trips: 0, grams: 0 }]));
  for (const { fromMs, creditedGrams } of counted) {
    const sum = months.get(beijingMonth(fromMs))!;
    sum.trips += 1;
    sum.grams += creditedGrams;
  }
  return [...months.values()];
}

const stationsOf = ({ entry, exit }: Evidence): string[] =>
  [entry, exit].flatMap(place => ('station' in place ? [place.station] : []));

function linesOf(city: string, evidence: readonly Evidence[]): RidesYear['lines'] {
  const counts = new Map<string, number>();
  for (const one of evidence) {
    for (const line of new Set(legsOf(city, one).map(leg => leg.line))) {
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  const lines = [...counts].map(([line, count]) => ({ line, trips: count }));
  return lines.sort((left, right) => right.trips - left.trips || (left.line < right.line ? -1 : 1));
}

/** The rider's year so far, or the whole of one that is over. One database call a thousand trips. */
export async function sumRidesYear(
  platform: Platform,
  uid: string,
  { year, city }: { year: number; city: string },
): Promise<RidesYear> {
  const counted = await readYear(platform, uid, year);
  const evidence = counted.flatMap(trip => trip.evidence ?? []);
  return {
    trips: counted.length,
    grams: counted.reduce((sum, trip) => sum + trip.creditedGrams, 0),
    metres: evidence.reduce((sum, one) => sum + one.distanceMetres, 0),
    days: new Set(counted.map(({ day }) => day)).size,
    stations: new Set(evidence.flatMap(stationsOf)).size,
    lines: linesOf(city, evidence),
    months: monthsOf(year, counted),
  };
}
