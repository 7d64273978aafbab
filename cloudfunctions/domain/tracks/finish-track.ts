import { Refusal } from '../../contract/errors';
import { isDatabaseError, type Platform, type Transaction } from '../../platform';
import { DAY_MS } from '../../platform/beijing-time';
import { type OwnTripPaying, openOwnTrips } from '../own-trips';
import { requireAgreed } from './consent';
import { decideTrip } from './decide-trip';
import { judgeStored, type StoredJudgement } from './judge-stored';
import { requireOpen } from './open-track';
import { type Track, trackMarks, trackRiders, tracks } from './store';
import { MARKS_KEPT_DAYS, POINTS_KEPT_DAYS } from './terms';

/** A mark written between the look and the transaction shows as a duplicate key; then look again. */
const LOOKS = 3;

export interface FinishRequest {
  uid: string;
  trackId: string;
  /** How many segments the phone has sent. */
  segments: number;
  city: string;
}

function checkComplete(track: Track, segments: number): void {
  if (track.segments === segments) return;
  const details = { field: 'segments', reason: '还有位置没传完，请重试', expected: track.segments };
  throw new Refusal('INVALID_INPUT', details);
}

async function addMarks(
  transaction: Transaction,
  { _id: trackId, uid }: Track,
  marks: readonly string[],
  nowMs: number,
): Promise<void> {
  const expiresAtMs = nowMs + MARKS_KEPT_DAYS * DAY_MS;
  for (const _id of marks) await transaction.add(trackMarks, { _id, uid, trackId, expiresAtMs });
}

async function settle(
  paying: OwnTripPaying,
  transaction: Transaction,
  { uid, trackId, segments }: FinishRequest,
  { judged, marks }: StoredJudgement,
): Promise<void> {
  const { nowMs } = paying;
  const track = await transaction.get(tracks, trackId);
  if (track?.uid === uid && track.judged) return;
  requireOpen(track, uid, nowMs);
  checkComplete(track, segments);
  const rider = await transaction.get(trackRiders, uid);
  // Whoever takes the agreement back meanwhile writes this document too, so that nothing is judged after that.
  requireAgreed(rider);
  if (rider.openTrackId !== trackId) throw new Refusal('NOT_FOUND', { field: 'trackId' });
  await decideTrip(transaction, paying, track, judged);
  await addMarks(transaction, track, marks, nowMs);
  const pointsKeptUntilMs = nowMs + POINTS_KEPT_DAYS * DAY_MS;
  await transaction.update(tracks, trackId, {
    finishedAtMs: nowMs,
    judged,
    pointsKeptUntilMs,
    expiresAtMs: null,
  });
  await transaction.update(trackRiders, uid, { openTrackId: null, lastTrackId: trackId });
}

/**
 * Ends a track, judges it and pays it, once: finishing again changes nothing. Errors: `NOT_FOUND` for a track that is not being
 * recorded, `CONSENT_REQUIRED` once the agreement was taken back, `INVALID_INPUT` while segments are missing (`details.expected` is how many have come), and those of
 * `payOwnTripWithin`; then it stays open.
 */
export async function finishTrack(platform: Platform, request: FinishRequest): Promise<void> {
  for (let look = 1; ; look += 1) {
    const track = await platform.database.get(tracks, request.trackId);
    if (track?.uid === request.uid && track.judged) return;
    requireOpen(track, request.uid, platform.nowMs());
    checkComplete(track, request.segments);
    const judgement = await judgeStored(platform, track, request.city);
    const paying = await openOwnTrips(platform, request.city);
    try {
      return await platform.database.transact(transaction => settle(paying, transaction, request, judgement));
    } catch (error) {
      if (!isDatabaseError(error, 'duplicate') || look === LOOKS) throw error;
    }
  }
}
