import { Refusal } from '../../contract/errors';
import type { Transaction } from '../../platform';
import type { OwnTripRequest } from './new-own-trip';
import { type OwnTrip, ownTrips } from './store';

/** What was decided of this id before; null when nothing was. Error: `IDEMPOTENCY_CONFLICT`. One database call. */
export async function storedOwnTrip(
  transaction: Transaction,
  { id, uid, requestHash }: OwnTripRequest,
): Promise<OwnTrip | null> {
  const stored = await transaction.get(ownTrips, id);
  if (stored && (stored.requestHash !== requestHash || stored.uid !== uid)) {
    throw new Refusal('IDEMPOTENCY_CONFLICT', { key: id });
  }
  return stored;
}
