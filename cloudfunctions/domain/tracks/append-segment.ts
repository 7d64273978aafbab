import { Refusal } from '../../contract/errors';
import type { SentPoint } from '../../contract/tracks';
import type { Platform } from '../../platform';
import { DAY_MS } from '../../platform/beijing-time';
import { requireOpen } from './open-track';
import { keptText } from './sent-points';
import { segmentIdOf, type Track, trackSegments, tracks } from './store';
import { CLOCKS_APART_MS, MOST_POINTS, OPEN_MS, POINTS_KEPT_DAYS } from './terms';

export interface SentSegment {
  uid: string;
  trackId: string;
  number: number;
  points: readonly SentPoint[];
}

const refuse = (field: string, reason: string, details: object = {}): never => {
  throw new Refusal('INVALID_INPUT', { field, reason, ...details });
};

/** Readings are of the time of this recording: neither from before it nor from the future. */
function checkTimes({ points }: SentSegment, { begunAtMs }: Track, nowMs: number): void {
  const times = points.map(([, , atMs]) => atMs);
  if (Math.max(...times) > nowMs + CLOCKS_APART_MS)
    refuse('points', '定位时间晚于现在。请把手机时间设为自动，再重新记录');
  if (Math.min(...times) < begunAtMs - CLOCKS_APART_MS)
    refuse('points', '定位时间早于这次记录的开始。请把手机时间设为自动，再重新记录');
}

function checkOrder({ number, points }: SentSegment, track: Track): void {
  if (number > track.segments) refuse('number', '前面的记录还没收到，请重试', { expected: track.segments });
  if (track.points + points.length > MOST_POINTS) refuse('points', '记录太长了，请先结束这一次');
}

/**
 * Takes the next readings of a track that is being recorded. A segment is known by track and number: sent again it
 * changes nothing, and with other readings it is refused with `IDEMPOTENCY_CONFLICT`. Five database calls, four for a repeat.
 * Errors: `NOT_FOUND` for a track that is not open, `INVALID_INPUT` for times outside of the recording and for a
 * number that leaves one out (`details.expected` is the one to go on with).
 */
export function appendSegment(
  platform: Platform,
  sent: SentSegment,
): Promise<{ segments: number; points: number }> {
  const text = keptText(sent.points);
  const hash = platform.keyedDigest('track-segment', text);
  return platform.database.transact(async transaction => {
    const track = await transaction.get(tracks, sent.trackId);
    const nowMs = platform.nowMs();
    requireOpen(track, sent.uid, nowMs);
    checkOrder(sent, track);
    const id = segmentIdOf(sent.trackId, sent.number);
    if (sent.number < track.segments) {
      const known = await transaction.get(trackSegments, id);
      if (known?.hash !== hash) throw new Refusal('IDEMPOTENCY_CONFLICT', { field: 'number' });
      return { segments: track.segments, points: track.points };
    }
    checkTimes(sent, track, nowMs);
    const expiresAtMs = nowMs + OPEN_MS + POINTS_KEPT_DAYS * DAY_MS;
    await transaction.add(trackSegments, { _id: id, uid: sent.uid, hash, points: text, expiresAtMs });
    const grown = { segments: track.segments + 1, points: track.points + sent.points.length };
    await transaction.update(tracks, sent.trackId, grown);
    return grown;
  });
}
