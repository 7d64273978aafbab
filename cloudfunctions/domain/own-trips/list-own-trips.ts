import type { Platform } from '../../platform';
import { type OwnTrip, ownTrips } from './store';

export interface OwnTripsPage {
  /** Latest first, by their beginning. */
  trips: OwnTrip[];
  /** Give it back for the next page; null at the end. */
  nextCursor: string | null;
}

/** A page of the rider's own trips from before `cursor` (from the latest on when null). One database call. */
export async function listOwnTrips(
  platform: Platform,
  uid: string,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<OwnTripsPage> {
  const found = await platform.database.find(ownTrips, {
    where: { uid, ...(cursor !== null && { timeline: { below: cursor } }) },
    orderBy: [['timeline', 'desc']],
    limit: limit + 1,
  });
  const trips = found.slice(0, limit);
  return { trips, nextCursor: found.length > limit ? trips.at(-1)!.timeline : null };
}
