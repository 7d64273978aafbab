import { evidenceCommitment } from '../../../miniprogram/proof';
import type { Platform, Transaction } from '../../platform';
import { daysTouched } from '../../platform/beijing-time';
import { amountTo, type Entry, type GivenBack, postCredit, postExchange } from '../ledger';
import { areReplaceable, backForRide, replaceByRide } from '../own-trips';
import type { Parameters } from '../parameters';
import { capGrams, type DayTrip, enterTrip, type RiderBook, tripsAt } from '../rider-days';
import type { Trip } from './store';

/** What a trip that has been judged good is credited by. */
export interface Crediting {
  platform: Platform;
  parameters: Parameters;
  nowMs: number;
}

/** The part of its grams that lies below the rider's caps. */
export function cappedGrams(book: RiderBook, trip: Trip, parameters: Parameters) {
  return capGrams({
    grams: trip.evidence!.grams,
    source: trip.source,
    gramsBySource: book.days.get(trip.day)!.gramsBySource,
    monthGrams: book.open.account.carbonByVintage[trip.day.slice(0, 7)] ?? 0,
    caps: parameters.earning,
  });
}

/** Own trips give way to a signed ride. Some six database calls, where there are any. */
async function replaceOwnTrips(
  transaction: Transaction,
  book: RiderBook,
  met: readonly DayTrip[],
  {
    trip,
    grams,
    owedBonus,
    takenBackBonus,
  }: { trip: Trip; grams: number; owedBonus: number; takenBackBonus: number },
  crediting: Crediting,
): Promise<Pick<Trip, 'replacedTrips'>> {
  if (met.length === 0) return {};
  const ride = { tripId: trip._id, grams, owedBonus, takenBackBonus };
  return { replacedTrips: await replaceByRide(transaction, book, met, ride, crediting) };
}

/**
 * Credits one trip in the transaction of `book`: the part below the caps, as an entry of its own, keyed by the trip.
 * Answers the trip as it is then, or null when it overlaps another signed trip of the rider, or one that is claimed
 * elsewhere; an own trip gives way, and what it was paid is taken back by the same entry. A trip above every cap is
 * credited with nothing and has no entry.
 */
export async function creditTrip(
  transaction: Transaction,
  book: RiderBook,
  trip: Trip,
  crediting: Crediting,
): Promise<Trip | null> {
  const days = daysTouched(trip.fromMs, trip.toMs);
  const met = tripsAt(book, days, trip);
  if (!areReplaceable(met)) return null;
  const { payGrams, cappedBy } = cappedGrams(book, trip, crediting.parameters);
  const isFirst = payGrams > 0 && book.open.account.firstCarbonKey === null;
  const back = backForRide(met, payGrams);
  const entry =
    payGrams > 0
      ? await postRide(transaction, book, { trip, payGrams, back, key: trip._id }, crediting)
      : null;
  const takenBackBonus = entry ? amountTo(entry, back.destination) : 0;
  const exchange = { trip, grams: payGrams, owedBonus: back.amount, takenBackBonus };
  const replaced = await replaceOwnTrips(transaction, book, met, exchange, crediting);
  const entryKey = entry?._id ?? null;
  const { source, fromMs, toMs } = trip;
  enterTrip(book, days, { tripId: trip._id, source, entryKey, fromMs, toMs }, payGrams);
  return {
    ...trip,
    ...replaced,
    state: 'credited',
    uid: book.uid,
    creditedGrams: payGrams,
    cappedBy,
    entryKey,
    isFirst,
    expiresAtMs: null,
  };
}

interface RidePayment {
  trip: Trip;
  payGrams: number;
  back: GivenBack | null;
  key: string;
  /** Of a ride that is credited again. */
  expiredOn?: string;
}

/** The entry that credits a ride, for the first time or again. */
export function postRide(
  transaction: Transaction,
  book: RiderBook,
  { trip, payGrams, back, key, expiredOn }: RidePayment,
  { parameters, nowMs }: Crediting,
): Promise<Entry> {
  const credit = {
    kind: 'carbon' as const,
    origin: trip.origin!,
    amount: payGrams,
    source: 'mint:trip',
    ...(expiredOn !== undefined && { expiredOn }),
  };
  const facts = {
    key,
    requestHash: trip.requestHash!,
    reason: 'trip',
    reference: { type: 'trip' as const, id: trip._id },
    commitment: evidenceCommitment(trip.salt!, trip.evidence),
    parametersVersion: parameters.version,
    nowMs,
    answer: ({ balanceAfter }: Pick<Entry, 'balanceAfter'>) => ({
      creditedGrams: payGrams,
      availableCarbon: balanceAfter.carbon.available,
    }),
  };
  const terms = { ...parameters.ledger, version: parameters.version };
  return back === null || back.amount === 0
    ? postCredit(transaction, book.open, credit, facts, terms)
    : postExchange(transaction, book.open, { credit, back }, facts, terms);
}
