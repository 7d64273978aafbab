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

type Paid = Pick<RiderDay, 'gramsBySource' | 'bonusBySource'>;

const added = (sums: Readonly<Record<string, number>>, source: string, amount: number) => ({
  ...sums,
  [source]: (sums[source] ?? 0) + amount,
});

/** The day's sums with a trip that is entered, or struck when `sign` is -1. */
const paid = (document: RiderDay, { source, bonus }: DayTrip, grams: number, sign: 1 | -1): Paid =>
  bonus === undefined
    ? { gramsBySource: added(document.gramsBySource, source, sign * grams) }
    : {
        gramsBySource: document.gramsBySource,
        bonusBySource: added(document.bonusBySource ?? {}, source, sign * bonus),
      };

/** Lists the trip in each day it touches; its grams, or its bonus, count in the day of its beginning. */
export function enterTrip(book: RiderBook, days: readonly string[], trip: DayTrip, grams: number): void {
  days.forEach((day, index) => {
    const document = book.days.get(day)!;
    const sums = index === 0 ? paid(document, trip, grams, 1) : {};
    change(book, day, { ...document, trips: [...document.trips, trip], ...sums });
  });
}

/** The opposite of `enterTrip`: the time is free again, and so is the room under the caps. */
export function strikeTrip(
  book: RiderBook,
  days: readonly string[],
  trip: Pick<DayTrip, 'tripId' | 'source'>,
  grams: number,
): void {
  days.forEach((day, index) => {
    const document = book.days.get(day)!;
    const listed = document.trips.find(({ tripId }) => tripId === trip.tripId);
    const sums =
      index === 0 ? paid(document, listed ?? { ...trip, entryKey: null, fromMs: 0, toMs: 0 }, grams, -1) : {};
    const trips = document.trips.filter(other => other !== listed);
    change(book, day, { ...document, trips, ...sums });
  });
}
