import type { Transaction } from '../../platform';
import { closeAccount, type OpenAccount, openAccount, userAccount } from '../ledger';
import { type DayTrip, type RiderDay, riderDayId, riderDays } from './store';

/** A rider's account and the days in question, while one transaction works on them. */
export interface RiderBook {
  uid: string;
  open: OpenAccount;
  /** The account's number when the book was opened: higher means that entries were posted. */
  openedAtSeq: number;
  /** By day; those that have no document yet are in `created`, those that are not as they were read in `changed`. */
  days: Map<string, RiderDay>;
  created: Set<string>;
  changed: Set<string>;
}

const emptyDay = (uid: string, day: string): RiderDay => ({
  _id: riderDayId(uid, day),
  uid,
  day,
  trips: [],
  gramsBySource: {},
});

/** Reads the account and each day once. */
export async function openRiderBook(
  transaction: Transaction,
  uid: string,
  days: ReadonlySet<string>,
): Promise<RiderBook> {
  const open = await openAccount(transaction, userAccount(uid));
  const book: RiderBook = {
    uid,
    open,
    openedAtSeq: open.account.seq,
    days: new Map(),
    created: new Set(),
    changed: new Set(),
  };
  for (const day of [...days].sort()) {
    const found = await transaction.get(riderDays, riderDayId(uid, day));
    book.days.set(day, found ?? emptyDay(uid, day));
    if (!found) book.created.add(day);
  }
  return book;
}

/**
 * Writes what has changed. Whatever credits a trip or takes one back changes the trip's days, and the account with each
 * entry, so that two such decisions about one rider never pass each other. A refusal only reads: nothing is decided by
 * it later. To write an unchanged document back would be no protection: for the database that is no write, takes no
 * lock, and is reported like the update of a document that is not there.
 */
export async function closeRiderBook(transaction: Transaction, book: RiderBook): Promise<void> {
  for (const day of book.changed) {
    const document = book.days.get(day)!;
    const { _id: id, ...fields } = document;
    if (book.created.has(day)) await transaction.add(riderDays, document);
    else await transaction.update(riderDays, id, fields);
  }
  if (book.open.account.seq > book.openedAtSeq) await closeAccount(transaction, book.open);
}

function change(book: RiderBook, day: string, document: RiderDay): void {
  book.days.set(day, document);
  book.changed.add(day);
}

/** Lists the trip in each day it touches; its grams count in the day of its entry. */
export function enterTrip(book: RiderBook, days: readonly string[], trip: DayTrip, grams: number): void {
  days.forEach((day, index) => {
    const document = book.days.get(day)!;
    const before = document.gramsBySource[trip.source] ?? 0;
    const gramsBySource =
      index === 0 ? { ...document.gramsBySource, [trip.source]: before + grams } : document.gramsBySource;
    change(book, day, { ...document, trips: [...document.trips, trip], gramsBySource });
  });
}

/** The opposite of `enterTrip`: the time is free again, and so is the room under the caps. */
export function strikeTrip(
  book: RiderBook,
  days: readonly string[],
  trip: { tripId: string; source: string },
  grams: number,
): void {
  days.forEach((day, index) => {
    const document = book.days.get(day)!;
    const before = document.gramsBySource[trip.source] ?? 0;
    const gramsBySource =
      index === 0 ? { ...document.gramsBySource, [trip.source]: before - grams } : document.gramsBySource;
    const trips = document.trips.filter(other => other.tripId !== trip.tripId);
    change(book, day, { ...document, trips, gramsBySource });
  });
}
