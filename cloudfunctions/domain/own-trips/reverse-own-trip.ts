import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import { daysTouched } from '../../platform/beijing-time';
import type { Entry } from '../ledger';
import { closeRiderBook, openRiderBook, strikeTrip } from '../rider-days';
import { Months } from './month-sums';
import { reasonOf } from './reasons';
import { hasBonus, ownTrips } from './store';
import { postTakingBack } from './take-back';

/**
 * Takes an own trip back by its latest entry, as staff have agreed, with all that it has been paid: its time and its room
 * under the caps become free, no ride takes its bonus back a second time, and a ride that has taken a part of it stays. Answers
 * the amount. Ten database calls. Error: `OVERTAKEN` when the trip has nothing by this entry (any more), for a ride has
 * replaced all of it or its rider claims it elsewhere.
 */
export async function reverseOwnTripWithin(
  transaction: Transaction,
  platform: Platform,
  original: Entry,
  { nowMs, parametersVersion }: { nowMs: number; parametersVersion: number },
): Promise<number> {
  const trip = await transaction.get(ownTrips, original.reference.id);
  if (!trip || !hasBonus(trip) || trip.entryKey !== original._id) {
    throw new Refusal('OVERTAKEN', { reason: '这次出行已不是由这笔入账' });
  }
  const { _id: tripId, uid, source, fromMs, toMs } = trip;
  const days = daysTouched(fromMs, toMs);
  const book = await openRiderBook(transaction, uid, new Set(days));
  const taking = { platform, reason: 'entry-reversed', nowMs, parametersVersion, answer: { reversed: true } };
  const back = await postTakingBack(transaction, book, { entryKey: original._id, bonus: trip.bonus }, taking);
  strikeTrip(book, days, { tripId, source, bonus: trip.bonus }, back);
  const months = new Months(transaction, uid);
  await months.add(trip.day.slice(0, 7), source, { bonus: -back, trips: -1 });
  await months.close();
  const left = { state: 'refused' as const, bonus: 0, reasons: [reasonOf('REVERSED')], replaced: null };
  await transaction.update(ownTrips, tripId, left);
  await closeRiderBook(transaction, book);
  return back;
}
