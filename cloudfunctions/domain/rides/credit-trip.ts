import { evidenceCommitment } from '../../../miniprogram/proof';
import type { Platform, Transaction } from '../../platform';
import { daysTouched } from '../../platform/beijing-time';
import { postCredit } from '../ledger';
import type { Parameters } from '../parameters';
import { capGrams, enterTrip, findOverlap, type RiderBook } from '../rider-days';
import type { Trip } from './store';

/** What a trip that has been judged good is credited by. */
export interface Crediting {
  platform: Platform;
  parameters: Parameters;
  nowMs: number;
}

const overlaps = (book: RiderBook, days: readonly string[], trip: Trip): boolean =>
  days.some(day => findOverlap(book.days.get(day)!.trips, trip.fromMs, trip.toMs) !== null);

function capped(book: RiderBook, trip: Trip, parameters: Parameters) {
  return capGrams({
    grams: trip.evidence!.grams,
    source: trip.source,
    gramsBySource: book.days.get(trip.day)!.gramsBySource,
    monthGrams: book.open.account.carbonByVintage[trip.day.slice(0, 7)] ?? 0,
    caps: parameters.earning,
  });
}

/**
 * Credits one trip in the transaction of `book`: the part below the caps, as an entry of its own, keyed by the trip.
 * Answers the trip as it is then, or null when it overlaps another trip of the rider. A trip above every cap is
 * credited with nothing and has no entry.
 */
export async function creditTrip(
  transaction: Transaction,
  book: RiderBook,
  trip: Trip,
  crediting: Crediting,
): Promise<Trip | null> {
  const days = daysTouched(trip.fromMs, trip.toMs);
  if (overlaps(book, days, trip)) return null;
  const { payGrams, cappedBy } = capped(book, trip, crediting.parameters);
  const isFirst = payGrams > 0 && book.open.account.firstCarbonKey === null;
  if (payGrams > 0) await post(transaction, book, trip, payGrams, crediting);
  const entryKey = payGrams > 0 ? trip._id : null;
  const { source, fromMs, toMs } = trip;
  enterTrip(book, days, { tripId: trip._id, source, entryKey, fromMs, toMs }, payGrams);
  return {
    ...trip,
    state: 'credited',
    uid: book.uid,
    creditedGrams: payGrams,
    cappedBy,
    entryKey,
    isFirst,
    expiresAtMs: null,
  };
}

const post = (transaction: Transaction, book: RiderBook, trip: Trip, grams: number, crediting: Crediting) =>
  postCredit(
    transaction,
    book.open,
    { kind: 'carbon', origin: trip.origin!, amount: grams, source: 'mint:trip' },
    {
      key: trip._id,
      requestHash: trip.requestHash!,
      reason: 'trip',
      reference: { type: 'trip', id: trip._id },
      commitment: evidenceCommitment(trip.salt!, trip.evidence),
      parametersVersion: crediting.parameters.version,
      nowMs: crediting.nowMs,
      answer: ({ balanceAfter }) => ({
        creditedGrams: grams,
        availableCarbon: balanceAfter.carbon.available,
      }),
    },
    { ...crediting.parameters.ledger, version: crediting.parameters.version },
  );
