import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { listTrips } from './list-trips';
import { type Trip, trips } from './store';

/**
 * The rider's trips from before the one named `after` (from the latest on when null), for people who are not to learn
 * exact times: a timeline would tell them, an id does not. `INVALID_INPUT` for a trip that is not his. One database
 * call, two with `after`.
 */
export async function listTripsAfter(
  platform: Platform,
  uid: string,
  page: { after: string | null; limit: number },
): Promise<{ trips: Trip[]; nextAfter: string | null }> {
  const last = page.after === null ? null : await platform.database.get(trips, page.after);
  if (page.after !== null && last?.uid !== uid) {
    throw new Refusal('INVALID_INPUT', { field: 'cursor', reason: '请从第一页重新开始' });
  }
  const found = await listTrips(platform, uid, { cursor: last?.timeline ?? null, limit: page.limit });
  return { trips: found.trips, nextAfter: found.nextCursor === null ? null : found.trips.at(-1)!._id };
}
