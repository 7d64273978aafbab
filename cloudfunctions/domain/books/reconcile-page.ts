import type { StaffOutput } from '../../contract/staff/procedures';
import type { Platform } from '../../platform';
import { creditsOf, type Entry, readEntries, reversalKey } from '../ledger';
import { listDayTrips } from '../rides';

type Page = StaffOutput<'books.reconcile'>;
type Mismatch = Page['mismatches'][number];
type DayTrip = Awaited<ReturnType<typeof listDayTrips>>[number];

/** Two keys a ride are looked for at once, of which CloudBase takes a thousand. */
const TRIPS_A_PAGE = 200;
/** More than these nobody reads one by one. */
const MOST_MISMATCHES = 20;

const creditedBy = (entry: Entry): number =>
  creditsOf(entry)
    .filter(({ kind }) => kind === 'carbon')
    .flatMap(({ lots }) => lots)
    .reduce((sum, lot) => sum + lot.amount, 0);

interface Compared extends Mismatch {
  isEqual: boolean;
}

/** A ride and its entry agree: so many grams, and both stand or both are taken back. Without grams there is no entry. */
function compare(
  { _id, state, creditedGrams, entryKey }: DayTrip,
  found: ReadonlyMap<string, Entry>,
): Compared {
  const entry = entryKey === null ? undefined : found.get(entryKey);
  const isReversed = entryKey !== null && found.has(reversalKey(entryKey));
  const entryGrams = entry ? creditedBy(entry) : null;
  const isEqual =
    entryKey === null
      ? state !== 'credited' || creditedGrams === 0
      : entryGrams === creditedGrams && isReversed === (state === 'reversed' || state === 'elsewhere');
  return { tripId: _id, tripGrams: creditedGrams, entryGrams, isReversed, isEqual };
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/**
 * Two hundred of a partner's rides of a day beside their ledger entries. What stands on both sides adds up to the same
 * grams; whatever does not is named. Two database calls.
 */
export async function reconcilePage(
  platform: Platform,
  { partnerId, day, cursor }: { partnerId: string; day: string; cursor: string | null },
): Promise<Page> {
  const trips = await listDayTrips(platform, { partnerId, day, after: cursor ?? '', limit: TRIPS_A_PAGE });
  const keys = trips.flatMap(({ entryKey }) => (entryKey === null ? [] : [entryKey, reversalKey(entryKey)]));
  const found = new Map((await readEntries(platform, keys)).map(entry => [entry._id, entry]));
  const compared = trips.map(trip => compare(trip, found));
  const standing = compared.filter(({ entryGrams, isReversed }) => entryGrams !== null && !isReversed);
  const credited = trips.filter(({ state }) => state === 'credited');
  return {
    trips: credited.length,
    tripGrams: sumOf(credited.map(({ creditedGrams }) => creditedGrams)),
    entries: standing.length,
    entryGrams: sumOf(standing.map(({ entryGrams }) => entryGrams ?? 0)),
    reversed: trips.filter(({ state }) => state === 'reversed').length,
    mismatches: compared
      .filter(({ isEqual }) => !isEqual)
      .slice(0, MOST_MISMATCHES)
      .map(({ isEqual: _, ...mismatch }) => mismatch),
    nextCursor: trips.length < TRIPS_A_PAGE ? null : trips.at(-1)!.ticketDigest,
  };
}
