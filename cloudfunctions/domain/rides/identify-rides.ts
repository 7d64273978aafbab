import { canonicalJson } from '../../../miniprogram/proof';
import { type PartnerRide, type RidesAnswer, rideRejections } from '../../contract/partner';
import type { Platform } from '../../platform';
import { newRiderToken, type RiderToken } from '../bindings';
import { tripIdOf } from './identify-ride';
import type { Outcomes, RideOutcome } from './ride-outcome';

export interface IdentifiedRide {
  ride: PartnerRide;
  tripId: string;
  /** Tells a repetition of a ride from another ride under the same ticket; its batch does not matter. */
  requestHash: string;
  /** The token as it would be if it were seen for the first time. */
  token: RiderToken;
}

function identify(platform: Platform, partnerId: string, ride: PartnerRide): IdentifiedRide {
  return {
    ride,
    tripId: tripIdOf(platform, partnerId, ride.ticketId),
    requestHash: platform.keyedDigest('ride', canonicalJson({ partnerId, ...ride })),
    token: newRiderToken(platform, { partnerId, riderToken: ride.riderToken }),
  };
}

/** A ticket that stands in one batch twice is the first ride; the others are repetitions, or contradict it. */
export interface RepeatedRide {
  ticketId: string;
  tripId: string;
  contradicts: boolean;
}

export function identifyRides(
  platform: Platform,
  partnerId: string,
  rides: readonly PartnerRide[],
): { unique: IdentifiedRide[]; repeated: RepeatedRide[] } {
  const unique = new Map<string, IdentifiedRide>();
  const repeated: RepeatedRide[] = [];
  for (const ride of rides) {
    const identified = identify(platform, partnerId, ride);
    const first = unique.get(identified.tripId);
    const { tripId, requestHash } = identified;
    if (!first) unique.set(tripId, identified);
    else repeated.push({ ticketId: ride.ticketId, tripId, contradicts: requestHash !== first.requestHash });
  }
  return { unique: [...unique.values()], repeated };
}

/** What the repetition would have got in a batch of its own, right after this one. */
function outcomeOfRepeated({ tripId, contradicts }: RepeatedRide, outcomes: Outcomes): RideOutcome {
  if (contradicts) return { outcome: 'rejected', code: 'IDEMPOTENCY_CONFLICT' };
  const first = outcomes.get(tripId)!;
  return first.outcome === 'accepted' ? { outcome: 'duplicate' } : first;
}

/** The batch's answer: counts of what is settled, names of what the partner has to do something about. */
export function answerOf(
  unique: readonly IdentifiedRide[],
  repeated: readonly RepeatedRide[],
  outcomes: Outcomes,
): RidesAnswer {
  const answer: RidesAnswer = { accepted: 0, duplicate: 0, pending: 0, deferred: [], rejected: [] };
  const all = [
    ...unique.map(({ ride, tripId }) => ({ ticketId: ride.ticketId, outcome: outcomes.get(tripId)! })),
    ...repeated.map(ride => ({ ticketId: ride.ticketId, outcome: outcomeOfRepeated(ride, outcomes) })),
  ];
  for (const { ticketId, outcome } of all) {
    if (outcome.outcome === 'rejected') {
      answer.rejected.push({ ticketId, code: outcome.code, message: rideRejections[outcome.code] });
    } else if (outcome.outcome === 'deferred') answer.deferred.push(ticketId);
    else answer[outcome.outcome] += 1;
  }
  return answer;
}
