import type { Platform } from '../../platform';
import { type Trip, trips } from './store';

/** A ride as the ledger is compared with it. */
export type DayTrip = Pick<Trip, '_id' | 'state' | 'ticketDigest' | 'creditedGrams' | 'entryKey'>;

/** Rides of a partner's Beijing day by their tickets' digests, those after one ('' from the first). One database call. */
export const listDayTrips = (
  platform: Platform,
  { partnerId, day, after, limit }: { partnerId: string; day: string; after: string; limit: number },
): Promise<DayTrip[]> =>
  platform.database.find(trips, {
    where: { partnerId, day, ticketDigest: { above: after } },
    orderBy: [['ticketDigest', 'asc']],
    fields: ['state', 'ticketDigest', 'creditedGrams', 'entryKey'],
    limit,
  });
