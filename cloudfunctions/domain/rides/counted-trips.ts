import type { Platform } from '../../platform';
import { type Evidence, type Trip, trips } from './store';
import type { TripSum } from './sum-days';
import { legsOf } from './trip-legs';

/** What a rider's credited trips of a span were. No place is named. */
export interface Travel extends TripSum {
  metres: number;
  /** On which there was a trip. */
  days: number;
  /** Different stations. */
  stations: number;
  /** By how many trips used them, most first; a trip that changes counts for each of its lines. */
  lines: { line: string; trips: number }[];
}

export type CountedTrip = Pick<Trip, 'day' | 'fromMs' | 'creditedGrams' | 'timeline'> & {
  evidence: Evidence | null;
};

const PAGE_LIMIT = 1_000;

/** The credited trips that began in the span, latest first. One database call a thousand trips. */
export async function readCountedTrips(
  platform: Platform,
  uid: string,
  { fromMs, belowMs }: { fromMs: number; belowMs: number },
): Promise<CountedTrip[]> {
  const from = String(fromMs);
  const found: CountedTrip[] = [];
  for (let below = String(belowMs); ; ) {
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

/** Trips and grams by a name of theirs, in the order of `names`, which every trip has one of. */
export function sumBy(
  names: readonly string[],
  counted: readonly CountedTrip[],
  nameOf: (trip: CountedTrip) => string,
): (TripSum & { name: string })[] {
  const sums = new Map(names.map(name => [name, { name, trips: 0, grams: 0 }]));
  for (const trip of counted) {
    const sum = sums.get(nameOf(trip))!;
    sum.trips += 1;
    sum.grams += trip.creditedGrams;
  }
  return [...sums.values()];
}

const stationsOf = ({ entry, exit }: Evidence): string[] =>
  [entry, exit].flatMap(place => ('station' in place ? [place.station] : []));

function linesOf(city: string, evidence: readonly Evidence[]): Travel['lines'] {
  const counts = new Map<string, number>();
  for (const one of evidence) {
    for (const line of new Set(legsOf(city, one).map(leg => leg.line))) {
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  const lines = [...counts].map(([line, count]) => ({ line, trips: count }));
  return lines.sort((left, right) => right.trips - left.trips || (left.line < right.line ? -1 : 1));
}

/** @param city that of trips which do not name theirs */
export function travelOf(city: string, counted: readonly CountedTrip[]): Travel {
  const evidence = counted.flatMap(trip => trip.evidence ?? []);
  return {
    trips: counted.length,
    grams: counted.reduce((sum, trip) => sum + trip.creditedGrams, 0),
    metres: evidence.reduce((sum, one) => sum + one.distanceMetres, 0),
    days: new Set(counted.map(({ day }) => day)).size,
    stations: new Set(evidence.flatMap(stationsOf)).size,
    lines: linesOf(city, evidence),
  };
}
