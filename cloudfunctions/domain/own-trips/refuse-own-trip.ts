import type { Transaction } from '../../platform';
import { judgeOwnTrip } from './judge-own-trip';
import { type OwnTripRequest, refusedOwnTrip } from './new-own-trip';
import type { OwnTripPaying } from './paying';
import { type JudgedOwnTrip, type OwnTrip, type OwnTripReason, ownTrips } from './store';
import { storedOwnTrip } from './stored-own-trip';

export interface OwnTripRefusing extends OwnTripRequest {
  judged: JudgedOwnTrip;
  /** At least one: the source's own, in the order in which the rider should read them. */
  reasons: readonly OwnTripReason[];
}

/**
 * Keeps a trip that its source does not find good, so that its rider sees why. Exactly once by its id: again it answers
 * what is stored. Two database calls in a transaction of somebody else's. Error: `IDEMPOTENCY_CONFLICT`.
 */
export async function refuseOwnTripWithin(
  transaction: Transaction,
  paying: OwnTripPaying,
  { judged, reasons, ...request }: OwnTripRefusing,
): Promise<OwnTrip> {
  const stored = await storedOwnTrip(transaction, request);
  if (stored) return stored;
  if (reasons.length === 0) throw new RangeError(`${request.id} is refused without a reason`);
  const trip = refusedOwnTrip(request, judgeOwnTrip(judged, paying).evidence, reasons, paying);
  await transaction.add(ownTrips, trip);
  return trip;
}
