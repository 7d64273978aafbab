import { carIdOf, ticketDigestOf, timelineOf } from './identify-ride';
import type { IdentifiedRide } from './identify-rides';
import { type AcceptedRide, judgeRide } from './judge-ride';
import type { Judging } from './judging';
import type { RideOutcome } from './ride-outcome';
import { SHARED_MODE, sharingOf } from './share-car';
import type { Evidence, Trip } from './store';

const evidenceOf = ({ ride }: IdentifiedRide, accepted: AcceptedRide, city: string): Evidence => ({
  ticketId: ride.ticketId,
  city,
  mode: ride.mode,
  entry: ride.entry,
  exit: ride.exit,
  partnerDistanceMetres: accepted.partnerDistanceMetres,
  ...(accepted.measured.viaMetres !== null && { viaMetres: accepted.measured.viaMetres }),
  ...(accepted.measured.straightMetres !== null && { straightMetres: accepted.measured.straightMetres }),
  distanceMetres: accepted.distanceMetres,
  ...sharingOf(ride),
  factorSetId: accepted.factorSet._id,
  reductionMilligramsPerKm: accepted.reductionMilligramsPerKm,
  grams: accepted.grams,
});

function carOf({ ride }: IdentifiedRide, { platform, partner }: Judging): Pick<Trip, 'carId'> {
  const { mode, carTripId } = ride;
  if (mode !== SHARED_MODE || carTripId === undefined) return {};
  return { carId: carIdOf(platform, partner.partnerId, carTripId) };
}

/** The trip that a ride will be when it is credited, or why the ride is not taken. */
export function judgeForTrip(identified: IdentifiedRide, judging: Judging): Trip | RideOutcome {
  const judgement = judgeRide(identified.ride, {
    city: judging.partner.city,
    allowedModes: judging.partner.modes,
    factorSets: judging.factorSets,
    receivedAtMs: judging.nowMs,
  });
  if ('rejected' in judgement) return { outcome: 'rejected', code: judgement.rejected.code };
  const { accepted } = judgement;
  const { ride, tripId, requestHash, token } = identified;
  return {
    _id: tripId,
    state: 'credited',
    partnerId: judging.partner.partnerId,
    requestHash,
    tokenId: token._id,
    uid: null,
    ticketDigest: ticketDigestOf(ride.ticketId),
    source: 'partner',
    fromMs: accepted.fromMs,
    toMs: accepted.toMs,
    day: accepted.day,
    origin: accepted.origin,
    salt: judging.platform.randomId(),
    ...carOf(identified, judging),
    evidence: evidenceOf(identified, accepted, judging.partner.city),
    creditedGrams: 0,
    cappedBy: null,
    entryKey: null,
    isFirst: false,
    reason: null,
    receivedAtMs: judging.nowMs,
    timeline: timelineOf(accepted.fromMs, tripId),
    expiresAtMs: null,
  };
}
