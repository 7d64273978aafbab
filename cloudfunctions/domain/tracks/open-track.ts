import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import { hasAgreed, requireAgreed } from './consent';
import { segmentsOf, type Track, type TrackRider, trackRiders, trackSegments, tracks } from './store';
import { OPEN_MS } from './terms';

export interface OpenTrack {
  trackId: string;
  begunAtMs: number;
  segments: number;
  points: number;
  nowMs: number;
}

const viewOf = ({ _id, begunAtMs, segments, points }: Track, nowMs: number): OpenTrack => ({
  trackId: _id,
  begunAtMs,
  segments,
  points,
  nowMs,
});

const isOpen = (track: Track | null, nowMs: number): track is Track =>
  track?.finishedAtMs === null && (track.expiresAtMs ?? 0) > nowMs;

/** The rider's track that is being recorded. `NOT_FOUND` for any other, somebody else's included. */
export function requireOpen(track: Track | null, uid: string, nowMs: number): asserts track is Track {
  if (track?.uid === uid && isOpen(track, nowMs)) return;
  throw new Refusal('NOT_FOUND', { field: 'trackId', reason: '这次记录已经结束，请重新开始' });
}

/** Whether the rider has agreed to the notice, what is being recorded, and what was judged last. Two database calls at most. */
export async function readState(
  platform: Platform,
  uid: string,
): Promise<{ isGiven: boolean; open: OpenTrack | null; lastTrackId: string | null }> {
  const rider = await platform.database.get(trackRiders, uid);
  const nowMs = platform.nowMs();
  const track = rider?.openTrackId ? await platform.database.get(tracks, rider.openTrackId) : null;
  const open = isOpen(track, nowMs) ? viewOf(track, nowMs) : null;
  return { isGiven: hasAgreed(rider), open, lastTrackId: rider?.lastTrackId ?? null };
}

async function openOf(transaction: Transaction, rider: TrackRider, nowMs: number): Promise<Track | null> {
  const track = rider.openTrackId === null ? null : await transaction.get(tracks, rider.openTrackId);
  return isOpen(track, nowMs) ? track : null;
}

/**
 * Begins a track, or answers the one that is being recorded: a rider has one at a time, on all phones together, which is
 * also why repeating this is harmless. Five database calls, six after an earlier one; `CONSENT_REQUIRED` without
 * agreement to the notice.
 */
export function beginTrack(platform: Platform, uid: string): Promise<OpenTrack> {
  return platform.database.transact(async transaction => {
    const rider = await transaction.get(trackRiders, uid);
    requireAgreed(rider);
    const nowMs = platform.nowMs();
    const open = await openOf(transaction, rider, nowMs);
    if (open) return viewOf(open, nowMs);
    const track: Track = {
      _id: platform.randomId(),
      uid,
      begunAtMs: nowMs,
      segments: 0,
      points: 0,
      finishedAtMs: null,
      judged: null,
      pointsKeptUntilMs: null,
      expiresAtMs: nowMs + OPEN_MS,
    };
    await transaction.add(tracks, track);
    await transaction.update(trackRiders, uid, { openTrackId: track._id });
    return viewOf(track, nowMs);
  });
}

/** Throws away what is being recorded; false when it is gone already. A judged track is not thrown away. */
export async function discardTrack(platform: Platform, uid: string, trackId: string): Promise<boolean> {
  const removed = await platform.database.removeWhere(tracks, { _id: trackId, uid, finishedAtMs: null });
  if (removed > 0) await platform.database.removeWhere(trackSegments, { uid, ...segmentsOf(trackId) });
  return removed > 0;
}
