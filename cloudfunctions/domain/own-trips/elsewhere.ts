import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import { daysTouched } from '../../platform/beijing-time';
import { expiryOfCredits, readEntry } from '../ledger';
import { ownTripCaps, type Parameters } from '../parameters';
import { closeRiderBook, enterTrip, openRiderBook, type RiderBook, strikeTrip } from '../rider-days';
import { Months } from './month-sums';
import { postOwnTrip } from './post-own-trip';
import { capBonus } from './rules';
import { hasBonus, type OwnTrip, ownTrips } from './store';
import { postTakingBack } from './take-back';

/** Whether an id is one of an own trip; a signed ride's begins otherwise. */
export const isOwnTripId = (tripId: string): boolean => tripId.startsWith('own:');

interface Named {
  uid: string;
  tripId: string;
}

async function ownOf(
  transaction: Transaction,
  { uid, tripId }: Named,
  isFit: (trip: OwnTrip) => boolean,
): Promise<OwnTrip & { entryKey: string }> {
  const trip = await transaction.get(ownTrips, tripId);
  if (trip?.uid !== uid) throw new Refusal('NOT_FOUND', { field: 'tripId' });
  if (!isFit(trip) || trip.entryKey === null) {
    throw new Refusal('OVERTAKEN', { reason: '这次出行的状态已变化，请刷新后再看' });
  }
  return { ...trip, entryKey: trip.entryKey };
}

const openBook = (transaction: Transaction, { uid, fromMs, toMs }: OwnTrip): Promise<RiderBook> =>
  openRiderBook(transaction, uid, new Set(daysTouched(fromMs, toMs)));

/**
 * The trip stands in its days with other words: whether it is claimed elsewhere, and what it has been paid. Beside a ride
 * that has taken a part of it, it stands as the rest, of which no other ride takes what was waived.
 */
function relist(book: RiderBook, trip: OwnTrip, more: number, elsewhere: boolean): void {
  const { _id: tripId, source, entryKey, fromMs, toMs, replaced } = trip;
  const bonus = Math.max(0, trip.bonus - (replaced?.waivedBonus ?? 0));
  const days = daysTouched(fromMs, toMs);
  strikeTrip(book, days, { tripId, source, bonus }, 0);
  const listed = { tripId, source, entryKey, fromMs, toMs, bonus, ...(replaced && { rest: true as const }) };
  enterTrip(book, days, elsewhere ? { ...listed, elsewhere: true } : listed, more);
}

/**
 * Takes back all that an own trip has, as its rider claims it elsewhere; a ride that has taken a part of it stays. Error:
 * `OVERTAKEN`.
 */
export async function ownTripElsewhereWithin(
  transaction: Transaction,
  named: Named,
  { platform, nowMs, parametersVersion }: { platform: Platform; nowMs: number; parametersVersion: number },
): Promise<{ mode: string; fromMs: number; grams: number; bonus: number }> {
  const trip = await ownOf(transaction, named, hasBonus);
  const book = await openBook(transaction, trip);
  const taking = { platform, reason: 'claimed-elsewhere', nowMs, parametersVersion, answer: null };
  const back = await postTakingBack(transaction, book, trip, taking);
  relist(book, { ...trip, bonus: 0 }, -back, true);
  const months = new Months(transaction, trip.uid);
  await months.add(trip.day.slice(0, 7), trip.source, { bonus: -back, trips: -1 });
  await months.close();
  await transaction.update(ownTrips, trip._id, { state: 'elsewhere', bonus: 0 });
  await closeRiderBook(transaction, book);
  return { mode: trip.mode, fromMs: trip.fromMs, grams: 0, bonus: back };
}

/** When what the trip was paid first expires. Entries never change, so it is read outside of the transaction. */
async function firstExpiryOf(platform: Platform, { _id }: OwnTrip): Promise<string> {
  const first = await readEntry(platform, _id);
  if (!first) throw new Refusal('INTERNAL');
  return expiryOfCredits(first);
}

/** Pays it again, below the caps of now and for no longer than at first, and answers how much. Error: `OVERTAKEN`. */
export async function ownTripBackWithin(
  transaction: Transaction,
  { bonus: back, ...named }: Named & { bonus: number },
  { platform, parameters, nowMs }: { platform: Platform; parameters: Parameters; nowMs: number },
): Promise<number> {
  const trip = await ownOf(transaction, named, ({ state }) => state === 'elsewhere');
  const book = await openBook(transaction, trip);
  const months = new Months(transaction, trip.uid);
  const month = trip.day.slice(0, 7);
  const dayBonus = book.days.get(trip.day)!.bonusBySource?.[trip.source] ?? 0;
  const sums = { dayBonus, ...(await months.sumsOf(month, trip.source)) };
  const payment = capBonus(back, sums, ownTripCaps(parameters, trip.source));
  if ('refused' in payment)
    throw new Refusal('OVERTAKEN', { reason: '这段时间的积分已到上限，撤销声明也不会再入账' });
  const payments = trip.payments + 1;
  const key = `${trip._id}#${payments}`;
  const expiredOn = await firstExpiryOf(platform, trip);
  await postOwnTrip(
    transaction,
    book,
    trip,
    { key, amount: payment.bonus, expiredOn },
    { parameters, nowMs },
  );
  const paid = { ...trip, entryKey: key, bonus: trip.bonus + payment.bonus };
  relist(book, paid, payment.bonus, false);
  await months.add(month, trip.source, { bonus: payment.bonus, trips: 1 });
  await months.close();
  const { entryKey, bonus } = paid;
  const state = trip.replaced ? 'replaced' : 'paid';
  await transaction.update(ownTrips, trip._id, { state, bonus, entryKey, payments });
  await closeRiderBook(transaction, book);
  return payment.bonus;
}
