import type { Platform } from '../../platform';
import { type Trip, trips } from './store';

/** What a trip was credited with, and whether that still counts. */
export type TripGrams = Pick<
  Trip,
  '_id' | 'uid' | 'state' | 'creditedGrams' | 'entryKey' | 'earlierEntries' | 'replacedTrips'
>;

/** Trips by their ids, at most 1,000; those that are forgotten are left out. One database call. */
export const readTripGrams = async (platform: Platform, ids: readonly string[]): Promise<TripGrams[]> =>
  ids.length === 0
    ? []
    : platform.database.find(trips, {
        where: { _id: { oneOf: ids } },
        limit: ids.length,
        fields: ['uid', 'state', 'creditedGrams', 'entryKey', 'earlierEntries', 'replacedTrips'],
      });
