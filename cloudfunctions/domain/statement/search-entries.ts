import type { Platform } from '../../platform';
import { listShownEntries, type ShownEntry, type Span, userAccount } from '../ledger';
import { nameTrips, type TripName } from '../rides';
import { isNamedBy, isOfSize, type Question } from './rules';

/** Entries that one call goes through, and finds at the most. */
const LOOKED_AT = 500;
const MOST_FOUND = 100;

export interface FoundEntry {
  entry: ShownEntry;
  trip: TripName | null;
}

export interface SearchPage {
  /** Latest first. */
  found: FoundEntry[];
  /** How many entries of the span this call has gone through. */
  looked: number;
  /** Give it back to go on; null when the whole span has been gone through. */
  nextCursor: number | null;
}

export interface Search extends Question {
  /** All time where none is given. */
  span?: Span | undefined;
  cursor: number | null;
}

/**
 * Goes through the next 500 of a rider's entries, latest first, for those that are asked for. Somebody who wants all goes
 * on until there is no cursor: two years are some three calls. Two database calls; one where no entry has the size.
 */
export async function searchEntries(platform: Platform, uid: string, search: Search): Promise<SearchPage> {
  const { span, cursor, anyOf } = search;
  const page = await listShownEntries(platform, userAccount(uid), { cursor, limit: LOOKED_AT, span });
  const ofSize = page.entries.filter(entry => isOfSize(search, entry));
  const names = await nameTrips(
    platform,
    uid,
    ofSize.map(({ reference }) => reference.id),
  );
  const found = ofSize
    .map(entry => ({ entry, trip: names.get(entry.reference.id) ?? null }))
    .filter(({ entry, trip }) => anyOf === undefined || isNamedBy(anyOf, entry, trip));
  const last = found.length > MOST_FOUND ? found[MOST_FOUND - 1]!.entry.seq : null;
  return {
    found: found.slice(0, MOST_FOUND),
    looked: last === null ? page.entries.length : page.entries.filter(({ seq }) => seq >= last).length,
    nextCursor: last ?? page.nextCursor,
  };
}
