import type { Platform } from '../../platform';
import { type OwnTrip, ownTrips } from './store';

/** The rider's own trip; null for anybody else's. One database call. */
export async function readOwnTrip(platform: Platform, uid: string, id: string): Promise<OwnTrip | null> {
  const trip = await platform.database.get(ownTrips, id);
  return trip?.uid === uid ? trip : null;
}
