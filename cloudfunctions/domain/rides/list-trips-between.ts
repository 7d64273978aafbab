import type { Platform } from '../../platform';
import { type Trip, trips } from './store';

/** More trips than anybody makes in a day. */
const MOST_TRIPS = 100;

/** The rider's trips that began in the half-open interval, in whatever state, earliest first. One database call. */
export const listTripsBetween = (
  platform: Platform,
  uid: string,
  { fromMs, beforeMs }: { fromMs: number; beforeMs: number },
): Promise<Trip[]> =>
  platform.database.find(trips, {
    where: { uid, timeline: { from: String(fromMs), below: String(beforeMs) } },
    orderBy: [['timeline', 'asc']],
    limit: MOST_TRIPS,
  });
