import { Refusal } from '../../contract/errors';
import { TRACK_NOTICE_VERSION } from '../../contract/tracks';
import type { Platform } from '../../platform';
import { removeAll } from '../personal-parts';
import { type TrackRider, trackRiders, trackSegments, tracks } from './store';

export const hasAgreed = (rider: TrackRider | null): boolean => rider?.noticeVersion === TRACK_NOTICE_VERSION;

/** Location is sensitive: nothing is recorded of a rider who has not agreed to the very notice that is shown now. */
export function requireAgreed(rider: TrackRider | null): asserts rider is TrackRider {
  if (hasAgreed(rider)) return;
  throw new Refusal('CONSENT_REQUIRED', { field: 'location', reason: '请先同意位置使用说明' });
}

/**
 * Agrees to the notice on location. Agreeing again changes nothing. Four database calls, three when given already.
 * `INVALID_INPUT` for any other version than the one in force.
 */
export async function agreeToNotice(platform: Platform, uid: string, noticeVersion: string): Promise<void> {
  if (noticeVersion !== TRACK_NOTICE_VERSION) {
    throw new Refusal('INVALID_INPUT', {
      field: 'noticeVersion',
      reason: '位置使用说明已更新，请阅读最新版本',
    });
  }
  await platform.database.transact(async transaction => {
    const rider = await transaction.get(trackRiders, uid);
    const given = { noticeVersion, givenAtMs: platform.nowMs(), withdrawnAtMs: null };
    if (rider === null)
      await transaction.add(trackRiders, { _id: uid, ...given, openTrackId: null, lastTrackId: null });
    else if (!hasAgreed(rider)) await transaction.update(trackRiders, uid, given);
  });
}

const KEEP_AT_IT_MS = 10_000;

/**
 * Takes the agreement back. From the commit on nothing is recorded; then every reading is deleted, and what was being
 * recorded with it. What tracks were judged, and credits, stay. Repeating it deletes what a crash has left.
 */
export async function withdrawNotice(platform: Platform, uid: string): Promise<void> {
  await platform.database.transact(async transaction => {
    const rider = await transaction.get(trackRiders, uid);
    if (rider?.noticeVersion == null) return;
    const withdrawnAtMs = platform.nowMs();
    await transaction.update(trackRiders, uid, { noticeVersion: null, withdrawnAtMs, openTrackId: null });
  });
  const deadlineMs = platform.nowMs() + KEEP_AT_IT_MS;
  // Without its track no segment can come any more.
  await removeAll(platform, tracks, { uid, finishedAtMs: null }, deadlineMs);
  await removeAll(platform, trackSegments, { uid }, deadlineMs);
  const kept = { uid, pointsKeptUntilMs: { above: 0 } };
  await platform.database.updateWhere(tracks, kept, { pointsKeptUntilMs: null });
}
