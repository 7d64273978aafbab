import { sha256Hex } from '../../../miniprogram/proof';
import type { Platform } from '../../platform';
import { type DayTrip, listDayTrips } from './list-day-trips';
import type { Trip } from './store';

/** One page of a day; a function's time ends before a large city's day does. */
export const RECONCILED_AT_ONCE = 20_000;
const FETCHED_AT_ONCE = 1000;

export interface ReconciledDay {
  day: string;
  /** Rides of this page that were taken and stand. */
  accepted: {
    count: number;
    grams: number;
    /**
     * SHA-256 (hex) over the sorted SHA-256 digests (hex) of their ticket ids, joined by line feeds: the partner
     * computes the same from his own list.
     */
    ticketsHash: string;
  };
  /** All of this page, whatever became of them, by the same hash. */
  received: { count: number; ticketsHash: string };
  reversed: { count: number };
  pending: { count: number };
  refused: { count: number };
  /** Digest to go on after; null when the day is complete. */
  nextAfter: string | null;
}

async function fetchPage(
  platform: Platform,
  partnerId: string,
  day: string,
  after: string,
): Promise<DayTrip[]> {
  const page: DayTrip[] = [];
  for (let last = after; page.length < RECONCILED_AT_ONCE; last = page.at(-1)!.ticketDigest) {
    const found = await listDayTrips(platform, { partnerId, day, after: last, limit: FETCHED_AT_ONCE });
    page.push(...found);
    if (found.length < FETCHED_AT_ONCE) break;
  }
  return page;
}

/** SHA-256 over digests in their order, which the partner can compute too. */
export const ticketsHashOf = (digests: readonly string[]): string => sha256Hex(digests.join('\n'));

/** What the partner and we should agree on for a Beijing day (of the rides' entries), for reconciliation. */
export async function reconcileDay(
  platform: Platform,
  request: { partnerId: string; day: string; after: string },
): Promise<ReconciledDay> {
  const { partnerId, day, after } = request;
  const page = await fetchPage(platform, partnerId, day, after);
  const inState = (state: Trip['state']) => page.filter(trip => trip.state === state);
  // A ticket whose rider claims the ride elsewhere was taken all the same; it counts no grams.
  const accepted = page.filter(({ state }) => state === 'credited' || state === 'elsewhere');
  return {
    day,
    accepted: {
      count: accepted.length,
      grams: inState('credited').reduce((sum, trip) => sum + trip.creditedGrams, 0),
      ticketsHash: ticketsHashOf(accepted.map(trip => trip.ticketDigest)),
    },
    received: { count: page.length, ticketsHash: ticketsHashOf(page.map(trip => trip.ticketDigest)) },
    reversed: { count: inState('reversed').length },
    pending: { count: inState('waiting-binding').length },
    refused: { count: inState('refused').length },
    nextAfter: page.length < RECONCILED_AT_ONCE ? null : page.at(-1)!.ticketDigest,
  };
}
