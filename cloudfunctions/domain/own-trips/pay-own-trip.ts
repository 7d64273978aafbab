import type { Transaction } from '../../platform';
import { daysTouched } from '../../platform/beijing-time';
import { ownTripCaps } from '../parameters';
import {
  closeRiderBook,
  type DayTrip,
  enterTrip,
  openRiderBook,
  type RiderBook,
  tripsAt,
} from '../rider-days';
import { judgeOwnTrip } from './judge-own-trip';
import { Months } from './month-sums';
import { type OwnTripRequest, refusedOwnTrip } from './new-own-trip';
import type { OwnTripPaying } from './paying';
import { postOwnTrip } from './post-own-trip';
import { type OwnTripRefusal, reasonOf } from './reasons';
import { capBonus, halfOf } from './rules';
import { type JudgedOwnTrip, type OwnTrip, ownTrips } from './store';
import { storedOwnTrip } from './stored-own-trip';

export interface OwnTripPayment extends OwnTripRequest {
  judged: JudgedOwnTrip;
  /** When its rider told of it, where that was earlier than now: how long judging takes is not his business. */
  toldAtMs?: number;
}

/** Which trip of the rider has the time already, in the words of a refusal. */
export function refusalOfOverlap({ bonus, elsewhere }: DayTrip): OwnTripRefusal {
  if (elsewhere) return 'ELSEWHERE';
  return bonus === undefined ? 'OVERLAPS_RIDE' : 'OVERLAPS';
}

/** Pays what lies below the caps and answers the trip as it is then: paid, or refused with its reason. */
async function payIn(
  transaction: Transaction,
  book: RiderBook,
  trip: OwnTrip,
  paying: OwnTripPaying,
): Promise<OwnTrip> {
  const days = daysTouched(trip.fromMs, trip.toMs);
  const [met] = tripsAt(book, days, trip);
  if (met) {
    const metBy = { tripId: met.tripId, isSigned: met.bonus === undefined };
    return { ...trip, reasons: [reasonOf(refusalOfOverlap(met))], metBy };
  }
  const months = new Months(transaction, trip.uid);
  const month = trip.day.slice(0, 7);
  const dayBonus = book.days.get(trip.day)!.bonusBySource?.[trip.source] ?? 0;
  const sums = { dayBonus, ...(await months.sumsOf(month, trip.source)) };
  const payment = capBonus(halfOf(trip.grams), sums, ownTripCaps(paying.parameters, trip.source));
  if ('refused' in payment) return { ...trip, reasons: [reasonOf(payment.refused)] };
  const { bonus, cappedBy } = payment;
  await postOwnTrip(transaction, book, trip, { key: trip._id, amount: bonus }, paying);
  await months.add(month, trip.source, { bonus, trips: 1 });
  await months.close();
  const { _id: tripId, source, fromMs, toMs } = trip;
  enterTrip(book, days, { tripId, source, entryKey: tripId, fromMs, toMs, bonus }, bonus);
  return { ...trip, state: 'paid', bonus, cappedBy, reasons: [], entryKey: tripId, payments: 1 };
}

/**
 * Pays a trip that its source has found good: half of what a signed ride would have avoided, as bonus, below the caps of
 * its source; nothing when another trip of the rider has that time already. Paid or not, the trip is kept, and again the
 * same id is answered with what is stored. 9 database calls in a transaction of somebody else's (one day; 2 more for a
 * trip over midnight), 4 when another trip has its time. Errors: `IDEMPOTENCY_CONFLICT`, `LOT_LIMIT`, `ACCOUNT_CLOSED`.
 */
export async function payOwnTripWithin(
  transaction: Transaction,
  paying: OwnTripPaying,
  { judged, toldAtMs, ...request }: OwnTripPayment,
): Promise<OwnTrip> {
  const stored = await storedOwnTrip(transaction, request);
  if (stored) return stored;
  const { evidence, problem } = judgeOwnTrip(judged, paying, toldAtMs);
  const draft = refusedOwnTrip(request, evidence, problem ? [reasonOf(problem)] : [], paying);
  if (problem) {
    await transaction.add(ownTrips, draft);
    return draft;
  }
  const days = new Set(daysTouched(draft.fromMs, draft.toMs));
  const book = await openRiderBook(transaction, request.uid, days);
  const decided = await payIn(transaction, book, draft, paying);
  await transaction.add(ownTrips, decided);
  await closeRiderBook(transaction, book);
  return decided;
}
