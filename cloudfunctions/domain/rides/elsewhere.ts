import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import { daysTouched } from '../../platform/beijing-time';
import { type Entry, expiryOfCredits, postReversal, readEntry } from '../ledger';
import { closeRiderBook, enterTrip, openRiderBook, type RiderBook, strikeTrip } from '../rider-days';
import { type Crediting, cappedGrams, postRide } from './credit-trip';
import { type Trip, trips } from './store';

interface Named {
  uid: string;
  tripId: string;
}

async function rideOf(transaction: Transaction, { uid, tripId }: Named, state: Trip['state']): Promise<Trip> {
  const trip = await transaction.get(trips, tripId);
  if (trip?.uid !== uid) throw new Refusal('NOT_FOUND', { field: 'tripId' });
  if (trip.state !== state || trip.entryKey === null || trip.evidence === null) {
    throw new Refusal('OVERTAKEN', { reason: '这趟行程的状态已变化，请刷新后再看' });
  }
  return trip;
}

/** The entry that credited the ride last. It never changes, so it is read outside of the transaction. */
async function creditOf(platform: Platform, { entryKey }: Trip): Promise<Entry> {
  const entry = await readEntry(platform, entryKey!);
  if (!entry) throw new Refusal('INTERNAL');
  return entry;
}

/** The ride stands in its days as claimed elsewhere, or no longer so, with more grams or less. */
function relist(book: RiderBook, trip: Trip, more: number, elsewhere: boolean): void {
  const { _id: tripId, source, entryKey, fromMs, toMs } = trip;
  const days = daysTouched(fromMs, toMs);
  const listed = { tripId, source, entryKey, fromMs, toMs };
  strikeTrip(book, days, listed, 0);
  enterTrip(book, days, elsewhere ? { ...listed, elsewhere: true } : listed, more);
}

/** Takes a ride's credit back, as its rider claims it elsewhere; its time stays taken. Errors: `NOT_FOUND`, `OVERTAKEN`. */
export async function rideElsewhereWithin(
  transaction: Transaction,
  named: Named,
  { platform, nowMs, parametersVersion }: { platform: Platform; nowMs: number; parametersVersion: number },
): Promise<{ mode: string; fromMs: number; grams: number; bonus: number }> {
  const trip = await rideOf(transaction, named, 'credited');
  const original = await creditOf(platform, trip);
  const book = await openRiderBook(transaction, named.uid, new Set(daysTouched(trip.fromMs, trip.toMs)));
  await postReversal(transaction, book.open, original, {
    requestHash: platform.keyedDigest('reversal', original._id),
    reason: 'claimed-elsewhere',
    parametersVersion,
    nowMs,
    answer: () => null,
  });
  relist(book, trip, -trip.creditedGrams, true);
  await closeRiderBook(transaction, book);
  await transaction.update(trips, trip._id, { state: 'elsewhere' });
  return { mode: trip.evidence!.mode, fromMs: trip.fromMs, grams: trip.creditedGrams, bonus: 0 };
}

/**
 * Credits it again below the caps of now, by an entry of its own; answers the grams. No more than was taken, and for no
 * longer than it would have lasted: declaring and revoking is no way around a cap or an expiry. Errors: `NOT_FOUND`,
 * `OVERTAKEN`.
 */
export async function rideBackWithin(
  transaction: Transaction,
  named: Named,
  crediting: Crediting,
): Promise<number> {
  const trip = await rideOf(transaction, named, 'elsewhere');
  const book = await openRiderBook(transaction, named.uid, new Set(daysTouched(trip.fromMs, trip.toMs)));
  const below = cappedGrams(book, trip, crediting.parameters);
  const payGrams = Math.min(below.payGrams, trip.creditedGrams);
  if (payGrams === 0) {
    throw new Refusal('OVERTAKEN', { reason: '这段时间的积分已到上限，撤销声明也不会再入账' });
  }
  const earlier = [...(trip.earlierEntries ?? []), { key: trip.entryKey!, grams: trip.creditedGrams }];
  const key = `${trip._id}#${earlier.length + 1}`;
  const expiredOn = expiryOfCredits(await creditOf(crediting.platform, trip));
  const entry = await postRide(transaction, book, { trip, payGrams, back: null, key, expiredOn }, crediting);
  relist(book, { ...trip, entryKey: entry._id }, payGrams, false);
  await closeRiderBook(transaction, book);
  const cappedBy = payGrams < trip.creditedGrams ? below.cappedBy : trip.cappedBy;
  const credited = { creditedGrams: payGrams, cappedBy, entryKey: entry._id, earlierEntries: earlier };
  await transaction.update(trips, trip._id, { state: 'credited', ...credited });
  return payGrams;
}
