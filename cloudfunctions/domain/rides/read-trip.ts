import type { Platform } from '../../platform';
import { type Trip, trips } from './store';

/** The rider's trip; null for anybody else's. One database call. */
export async function readTrip(platform: Platform, uid: string, tripId: string): Promise<Trip | null> {
  const trip = await platform.database.get(trips, tripId);
  return trip?.uid === uid ? trip : null;
}
