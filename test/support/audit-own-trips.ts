/**
 * Reads everything that own trips have written and checks that it fits together: trips, entries, days, months. It adds
 * up by itself, from the documents alone, and uses the product only to read them.
 */
import type { Entry } from '../../cloudfunctions/domain/ledger';
import type { OwnTrip } from '../../cloudfunctions/domain/own-trips';
import { type OwnTripMonth, ownTripMonths, ownTrips } from '../../cloudfunctions/domain/own-trips/store';
import type { RiderDay } from '../../cloudfunctions/domain/rider-days';
import { collectionOf, type Platform } from '../../cloudfunctions/platform';
import { dayOf, readAll } from './audit-rides';

const MINT = 'mint:own-trip';
const sum = (numbers: readonly number[]): number => numbers.reduce((total, next) => total + next, 0);

/** What an entry mints for own trips; less what it takes back. */
const mintedBy = ({ postings }: Entry): number =>
  sum(
    postings.map(({ source, destination, lots }) => {
      const amount = sum(lots.map(lot => lot.amount));
      return (source === MINT ? amount : 0) - (destination === MINT ? amount : 0);
    }),
  );

interface Books {
  trips: OwnTrip[];
  months: OwnTripMonth[];
  days: RiderDay[];
  entries: Entry[];
}

function* problemsOfSums({ trips, days, months }: Books): Generator<string> {
  for (const { _id: id, uid, day, bonusBySource = {} } of days) {
    for (const [source, bonus] of Object.entries(bonusBySource)) {
      const own = trips.filter(trip => trip.uid === uid && trip.source === source && trip.day === day);
      if (sum(own.map(trip => trip.bonus)) !== bonus) yield `${id}: ${bonus} of ${source}`;
    }
  }
  for (const { _id: id, uid, month, bonusBySource, tripsBySource } of months) {
    for (const [source, bonus] of Object.entries(bonusBySource)) {
      const own = trips.filter(
        trip => trip.uid === uid && trip.source === source && trip.day.startsWith(month),
      );
      if (sum(own.map(trip => trip.bonus)) !== bonus) yield `${id}: ${bonus} of ${source}`;
      const paid = own.filter(trip => trip.bonus > 0).length;
      if (paid !== tripsBySource[source]) yield `${id}: ${tripsBySource[source]} trips of ${source}`;
    }
  }
}

function* problemsOfTrips({ trips, days, entries }: Books): Generator<string> {
  const byUid = new Map<string, number>();
  for (const entry of entries) byUid.set(entry.account, (byUid.get(entry.account) ?? 0) + mintedBy(entry));
  for (const [account, minted] of byUid) {
    const own = sum(trips.filter(({ uid }) => account === `user:${uid}`).map(({ bonus }) => bonus));
    if (own !== minted) yield `${account}: ${minted} minted, ${own} with own trips`;
  }
  const carbon = entries.flatMap(({ postings }) => postings).filter(({ kind }) => kind === 'carbon');
  if (carbon.some(({ source }) => source === MINT)) yield 'an own trip minted carbon';
  for (const { _id: id, bonus, grams, state } of trips) {
    if (bonus > Math.floor(grams / 2)) yield `${id}: ${bonus} for ${grams} grams`;
    if (state === 'refused' && bonus !== 0) yield `${id}: refused and paid`;
  }
  const listed = days.flatMap(day =>
    day.trips.filter(({ bonus }) => bonus !== undefined).map(({ tripId }) => `${day._id} ${tripId}`),
  );
  const expected = trips
    .filter(({ state, bonus }) => state === 'paid' || state === 'elsewhere' || bonus > 0)
    .flatMap(({ _id, uid, fromMs, toMs }) =>
      [...new Set([dayOf(fromMs), dayOf(toMs - 1)])].map(day => `${uid}:${day} ${_id}`),
    );
  const same = JSON.stringify(listed.sort()) === JSON.stringify(expected.sort());
  if (!same) yield `${listed.length} own trips are listed in days, ${expected.length} should be`;
}

/** What does not fit; empty when all is well. */
export async function problemsOfOwnTrips(platform: Platform): Promise<string[]> {
  const books: Books = {
    trips: await readAll(platform, ownTrips),
    months: await readAll(platform, ownTripMonths),
    days: await readAll(platform, collectionOf<RiderDay>('rider_days')),
    entries: await readAll(platform, collectionOf<Entry>('ledger_entries')),
  };
  return [...problemsOfSums(books), ...problemsOfTrips(books)];
}
