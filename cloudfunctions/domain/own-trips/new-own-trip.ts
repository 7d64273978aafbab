import { beijingDay } from '../../platform/beijing-time';
import type { OwnTripPaying } from './paying';
import type { OwnTrip, OwnTripEvidence, OwnTripReason } from './store';

/** One decision about one trip of a rider. */
export interface OwnTripRequest {
  /** `ownTripId(…)`. */
  id: string;
  uid: string;
  /** Of what was asked for: tells a repetition from another trip under the same id. */
  requestHash: string;
}

/** The trip as it is kept when nothing is paid for it. */
export const refusedOwnTrip = (
  { id, uid, requestHash }: OwnTripRequest,
  evidence: OwnTripEvidence,
  reasons: readonly OwnTripReason[],
  { platform, nowMs }: OwnTripPaying,
): OwnTrip => ({
  _id: id,
  uid,
  source: evidence.source,
  mode: evidence.mode,
  state: 'refused',
  requestHash,
  fromMs: evidence.fromMs,
  toMs: evidence.toMs,
  day: beijingDay(evidence.fromMs),
  distanceMetres: evidence.distanceMetres,
  grams: evidence.grams,
  bonus: 0,
  cappedBy: null,
  reasons,
  entryKey: null,
  payments: 0,
  replaced: null,
  metBy: null,
  evidence,
  salt: platform.randomId(),
  decidedAtMs: nowMs,
  timeline: `${evidence.fromMs}:${id}`,
});
