import { trackReasons } from '../../contract/tracks';
import type { Transaction } from '../../platform';
import {
  type JudgedOwnTrip,
  type OwnTrip,
  type OwnTripPaying,
  ownTripId,
  payOwnTripWithin,
  refuseOwnTripWithin,
} from '../own-trips';
import type { JudgedTrack, Track } from './store';

const SOURCE = 'bike-track';

/** Every bicycle counts as a shared one: of the two rows that factor sets have it is the one that avoids less. */
const MODE = 'shared-bike';

export const tripIdOf = ({ uid, _id: trackId }: Pick<Track, 'uid' | '_id'>): string =>
  ownTripId(SOURCE, uid, trackId);

/** The trip that a track is taken for. A track without a sure reading has its own times; a phone may be ahead a little. */
function tripOf(track: Track, judged: JudgedTrack, { city, nowMs }: OwnTripPaying): JudgedOwnTrip {
  const { fromMs, toMs, distanceMetres, movingSeconds, medianSpeedCentimetres } = judged;
  const { _id: trackId, points } = track;
  return {
    source: SOURCE,
    city,
    mode: MODE,
    fromMs: fromMs || track.begunAtMs,
    toMs: Math.min(toMs || nowMs, nowMs),
    distanceMetres,
    evidence: { trackId, points, movingSeconds, medianSpeedCentimetres },
  };
}

/** Pays a track that is a bicycle trip, and keeps why where it is none; in the transaction that judges it, and once. */
export function decideTrip(
  transaction: Transaction,
  paying: OwnTripPaying,
  track: Track,
  judged: JudgedTrack,
): Promise<OwnTrip> {
  const { _id: trackId, uid } = track;
  const requestHash = paying.platform.keyedDigest('track', trackId);
  const request = { id: tripIdOf(track), uid, requestHash, judged: tripOf(track, judged, paying) };
  if (judged.reasons.length === 0) return payOwnTripWithin(transaction, paying, request);
  const reasons = judged.reasons.map(code => ({ code, text: trackReasons[code] }));
  return refuseOwnTripWithin(transaction, paying, { ...request, reasons });
}
