import type { Transaction } from '../../platform';
import { closeAccount, type OpenAccount, openAccount, userAccount } from '../ledger';
import { overlaps, type Span } from './rules';
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
  await openMoreDays(transaction, book, [...days].sort());
  return book;
}

/** Reads those of these days that the book has not read yet: one database call each. */
export async function openMoreDays(
  transaction: Transaction,
  book: RiderBook,
  days: readonly string[],
): Promise<void> {
  const { uid } = book;
  for (const day of days) {
    if (book.days.has(day)) continue;
    const found = await transaction.get(riderDays, riderDayId(uid, day));
    book.days.set(day, found ?? emptyDay(uid, day));
    if (!found) book.created.add(day);
  }
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

/** The day's sums with so much more for a trip, or less where it is negative. */
const withAmount = (
  { gramsBySource, bonusBySource = {} }: RiderDay,
  { source, bonus }: Pick<DayTrip, 'source' | 'bonus'>,
  amount: number,
): Paid =>
  bonus === undefined
    ? { gramsBySource: added(gramsBySource, source, amount) }
    : { gramsBySource, bonusBySource: added(bonusBySource, source, amount) };

/** Lists the trip in each day it touches; what it pays, grams or bonus, counts in the day of its beginning. */
export function enterTrip(book: RiderBook, days: readonly string[], trip: DayTrip, amount: number): void {
  days.forEach((day, index) => {
    const document = book.days.get(day)!;
    const sums = index === 0 ? withAmount(document, trip, amount) : {};
    change(book, day, { ...document, trips: [...document.trips, trip], ...sums });
  });
}

/** The opposite of `enterTrip`: the time is free again, and so is the room under the caps that `amount` took. */
export function strikeTrip(
  book: RiderBook,
  days: readonly string[],
  trip: Pick<DayTrip, 'tripId' | 'source' | 'bonus'>,
  amount: number,
): void {
  days.forEach((day, index) => {
    const document = book.days.get(day)!;
    const sums = index === 0 ? withAmount(document, trip, -amount) : {};
    const trips = document.trips.filter(({ tripId }) => tripId !== trip.tripId);
    change(book, day, { ...document, trips, ...sums });
  });
}

/** Every trip that shares time with the span, each once, in the order of time. */
export function tripsAt(book: RiderBook, days: readonly string[], span: Span): DayTrip[] {
  const met = new Map<string, DayTrip>();
  for (const day of days) {
    const { trips } = book.days.get(day)!;
    for (const trip of trips) if (overlaps(trip, span)) met.set(trip.tripId, trip);
  }
  return [...met.values()].sort((left, right) => left.fromMs - right.fromMs);
}
