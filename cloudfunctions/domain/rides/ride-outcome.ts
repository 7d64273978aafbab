import type { RideRejection } from '../../contract/partner';
import type { Trip } from './store';

/** What became of one ride; `rejected` rides leave nothing behind and are judged again when they are sent again. */
export type RideOutcome =
  /** `credited`: the trip, where this delivery has credited one. */
  | { outcome: 'accepted'; credited?: Trip }
  | { outcome: 'duplicate' | 'pending' | 'deferred' }
  | { outcome: 'rejected'; code: RideRejection };

/** By trip id. */
export type Outcomes = Map<string, RideOutcome>;

/** What the ticket alone settles; null when the ride has to be judged. */
export function outcomeOfKnown(
  known: Pick<Trip, 'state' | 'requestHash'> | null | undefined,
  requestHash: string | null,
): RideOutcome | null {
  if (!known || known.state === 'waiting-ride') return null;
  if (known.requestHash !== requestHash) return { outcome: 'rejected', code: 'IDEMPOTENCY_CONFLICT' };
  return { outcome: known.state === 'waiting-binding' ? 'pending' : 'duplicate' };
}
