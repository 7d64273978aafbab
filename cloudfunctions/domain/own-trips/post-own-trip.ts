import { evidenceCommitment } from '../../../miniprogram/proof';
import type { Transaction } from '../../platform';
import { type Entry, NO_ORIGIN, postCredit } from '../ledger';
import type { RiderBook } from '../rider-days';
import type { OwnTripPaying } from './paying';
import { MINT, type OwnTrip } from './store';

/** The entry that pays a trip, for the first time or again. */
export const postOwnTrip = (
  transaction: Transaction,
  book: RiderBook,
  trip: OwnTrip,
  { key, amount, expiredOn }: { key: string; amount: number; expiredOn?: string },
  { parameters, nowMs }: Pick<OwnTripPaying, 'parameters' | 'nowMs'>,
): Promise<Entry> =>
  postCredit(
    transaction,
    book.open,
    { kind: 'bonus', origin: NO_ORIGIN, amount, source: MINT, ...(expiredOn !== undefined && { expiredOn }) },
    {
      key,
      requestHash: trip.requestHash,
      reason: 'own-trip',
      reference: { type: 'own-trip', id: trip._id },
      commitment: evidenceCommitment(trip.salt, trip.evidence),
      parametersVersion: parameters.version,
      nowMs,
      answer: ({ balanceAfter }) => ({ bonus: amount, availableBonus: balanceAfter.bonus.available }),
    },
    { ...parameters.ledger, version: parameters.version },
  );
