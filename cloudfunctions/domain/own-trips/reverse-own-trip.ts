import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import { daysTouched } from '../../platform/beijing-time';
import { amountTo, type Entry, postReversal } from '../ledger';
import { closeRiderBook, openRiderBook, strikeTrip } from '../rider-days';
import { Months } from './month-sums';
import { reasonOf } from './reasons';
import { ownTrips } from './store';

/**
 * Takes the entry of an own trip back, as staff have agreed, with the trip: its time and its room under the caps become
 * free, and no ride takes its bonus back a second time. Ten database calls. Error: `OVERTAKEN` when the trip is not paid
 * by this entry (any more), for a ride has replaced it or its rider claims it elsewhere.
 */
export async function reverseOwnTripWithin(
  transaction: Transaction,
  platform: Platform,
  original: Entry,
  { nowMs, parametersVersion }: { nowMs: number; parametersVersion: number },
): Promise<void> {
  const trip = await transaction.get(ownTrips, original.reference.id);
  if (trip?.state !== 'paid' || trip.entryKey !== original._id) {
    throw new Refusal('OVERTAKEN', { reason: '这次出行已不是由这笔入账' });
  }
  const { _id: tripId, uid, source, fromMs, toMs } = trip;
  const days = daysTouched(fromMs, toMs);
  const book = await openRiderBook(transaction, uid, new Set(days));
  await postReversal(transaction, book.open, original, {
    requestHash: platform.keyedDigest('reversal', original._id),
    reason: 'entry-reversed',
    parametersVersion,
    nowMs,
    answer: () => ({ reversed: true }),
  });
  const back = amountTo(original, original.account);
  strikeTrip(book, days, { tripId, source, bonus: trip.bonus }, back);
  const months = new Months(transaction, uid);
  await months.add(trip.day.slice(0, 7), source, { bonus: -back, trips: -1 });
  await months.close();
  const left = { state: 'refused' as const, bonus: trip.bonus - back, reasons: [reasonOf('REVERSED')] };
  await transaction.update(ownTrips, tripId, left);
  await closeRiderBook(transaction, book);
}
