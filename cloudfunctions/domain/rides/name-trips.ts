import type { Platform } from '../../platform';
import { placeOf } from './place-of';
import { type Place, type Trip, trips } from './store';

/** What people know a trip by. */
export interface TripName {
  mode: string;
  entry: Place;
  exit: Place;
  fromMs: number;
}

function nameOf({ evidence, fromMs }: Pick<Trip, 'evidence' | 'fromMs'>): TripName | null {
  if (evidence === null) return null;
  const { mode, entry, exit } = evidence;
  return { mode, entry: placeOf(entry), exit: placeOf(exit), fromMs };
}

/**
 * The names of those of these trips that are the rider's, by trip id; null for one without evidence. At most 1,000 ids.
 * One database call, none for no ids.
 */
export async function nameTrips(
  platform: Platform,
  uid: string,
  tripIds: readonly string[],
): Promise<Map<string, TripName | null>> {
  const ids = [...new Set(tripIds)];
  if (ids.length === 0) return new Map();
  const found = await platform.database.find(trips, {
    where: { _id: { oneOf: ids }, uid },
    limit: ids.length,
    fields: ['fromMs', 'evidence'],
  });
  return new Map(found.map(trip => [trip._id, nameOf(trip)]));
}
