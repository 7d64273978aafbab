import type { Transaction } from '../../platform';
import { closeAccount, type OpenAccount, openAccount, userAccount } from '../ledger';
import { type DayTrip, type RiderDay, riderDayId, riderDays } from './store';

/** A rider's account and the days in question, while one transaction works on them. */
export interface RiderBook {
  uid: string;
  open: OpenAccount;
  /** By day; those that have no document yet are in `created`. */
  days: Map<string, RiderDay>;
  created: Set<string>;
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
  const book: RiderBook = {
    uid,
    open: await openAccount(transaction, userAccount(uid)),
    days: new Map(),
    created: new Set(),
  };
  for (const day of [...days].sort()) {
    const found = await transaction.get(riderDays, riderDayId(uid, day));
    book.days.set(day, found ?? emptyDay(uid, day));
    if (!found) book.created.add(day);
  }
  return book;
}

/** Writes the account and every day, changed or not: a decision that only read a day has depended on it too. */
export async function closeRiderBook(transaction: Transaction, book: RiderBook): Promise<void> {
  for (const [day, document] of book.days) {
    const { _id: id, ...fields } = document;
    if (book.created.has(day)) await transaction.add(riderDays, document);
    else await transaction.update(riderDays, id, fields);
  }
  if (book.open.exists || book.open.account.seq > 0) await closeAccount(transaction, book.open);
}

/** Lists the trip in each day it touches; its grams count in the day of its entry. */
export function enterTrip(book: RiderBook, days: readonly string[], trip: DayTrip, grams: number): void {
  days.forEach((day, index) => {
    const document = book.days.get(day)!;
    const before = document.gramsBySource[trip.source] ?? 0;
    const gramsBySource =
      index === 0 ? { ...document.gramsBySource, [trip.source]: before + grams } : document.gramsBySource;
    book.days.set(day, { ...document, trips: [...document.trips, trip], gramsBySource });
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
    book.days.set(day, { ...document, trips, gramsBySource });
  });
}
