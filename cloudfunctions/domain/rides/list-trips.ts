import type { Platform } from '../../platform';
import { type Trip, trips } from './store';

export interface TripsPage {
  /** Latest first. */
  trips: Trip[];
  /** Give it back for the next page; null at the end. */
  nextCursor: string | null;
}

/** A page of the rider's trips from before `cursor` (from the latest on when null). One database call. */
export async function listTrips(
  platform: Platform,
  uid: string,
  page: { cursor: string | null; limit: number },
): Promise<TripsPage> {
  const found = await platform.database.find(trips, {
    where: { uid, ...(page.cursor !== null && { timeline: { below: page.cursor } }) },
    orderBy: [['timeline', 'desc']],
    limit: page.limit + 1,
  });
  const shown = found.slice(0, page.limit);
  return { trips: shown, nextCursor: found.length > page.limit ? shown.at(-1)!.timeline : null };
}
