import type * as z from 'zod';
import { TRACK_NOTICE_VERSION, trackReasons, type tracksProcedures } from '../../../contract/tracks';
import type { OwnTrip } from '../../../domain/own-trips';
import {
  agreeToNotice,
  appendSegment,
  beginTrack,
  discardTrack,
  finishTrack,
  forgetPoints,
  POINTS_KEPT_DAYS,
  readResult,
  readState,
  withdrawNotice,
} from '../../../domain/tracks';
import type { Platform } from '../../../platform';
import type { HandlersOf } from '../handler';

/** Until partners of other cities join, the product has the city of its first one. */
const CITY_VARIABLE = 'FIRST_PARTNER_CITY';

type ShownTrack = z.input<(typeof tracksProcedures)['tracks.result']['output']>['track'];

/** Why a bicycle trip paid less than its half, in words; null when it paid in full. */
function paymentOf(trip: OwnTrip | null): string | null {
  if (trip === null) return null;
  if (trip.state === 'replaced') return '合作方核验了这次出行，已换成核验的减排。';
  if (trip.state === 'elsewhere') return '您声明它计入其他减排机制，这里不再计。';
  if (trip.reasons.length > 0) return trip.reasons.map(({ text }) => text).join('；');
  if (trip.cappedBy === null) return null;
  return trip.cappedBy === 'day'
    ? '当天骑行记录的积分到了上限，只付一部分。'
    : '当月骑行记录的积分到了上限，只付一部分。';
}

async function resultOf(platform: Platform, uid: string, trackId: string): Promise<ShownTrack> {
  const { track, line, trip } = await readResult(platform, uid, trackId);
  const { reasons, ...judged } = track.judged;
  return {
    trackId,
    begunAtMs: track.begunAtMs,
    finishedAtMs: track.finishedAtMs,
    ...judged,
    points: track.points,
    reasons: reasons.map(code => ({ code, text: trackReasons[code] })),
    paidCredits: trip?.bonus ?? 0,
    payment: reasons.length > 0 ? null : paymentOf(trip),
    line,
    pointsKeptUntilMs: track.pointsKeptUntilMs,
  };
}

export const tracksHandlers: HandlersOf<typeof tracksProcedures> = {
  'tracks.state': {
    access: 'rider',
    run: async ({ platform, uid }) => {
      const { isGiven, open, lastTrackId } = await readState(platform, uid);
      const consent = { noticeVersion: TRACK_NOTICE_VERSION, given: isGiven };
      return { consent, open, lastTrackId, keptDays: POINTS_KEPT_DAYS };
    },
  },
  'tracks.consent': {
    access: 'consenting-rider',
    run: async ({ platform, uid, input: { noticeVersion } }) => {
      await agreeToNotice(platform, uid, noticeVersion);
      return { given: true };
    },
  },
  'tracks.withdraw': {
    access: 'rider',
    run: async ({ platform, uid }) => {
      await withdrawNotice(platform, uid);
      return { given: false };
    },
  },
  'tracks.begin': {
    access: 'consenting-rider',
    run: async ({ platform, uid }) => ({ open: await beginTrack(platform, uid) }),
  },
  'tracks.append': {
    access: 'consenting-rider',
    run: ({ platform, uid, input }) => appendSegment(platform, { uid, ...input }),
  },
  'tracks.finish': {
    access: 'consenting-rider',
    run: async ({ platform, uid, input: { trackId, segments } }) => {
      await finishTrack(platform, { uid, trackId, segments, city: platform.variable(CITY_VARIABLE) });
      return { track: await resultOf(platform, uid, trackId) };
    },
  },
  'tracks.discard': {
    access: 'rider',
    run: async ({ platform, uid, input: { trackId } }) => ({
      discarded: await discardTrack(platform, uid, trackId),
    }),
  },
  'tracks.result': {
    access: 'rider',
    run: async ({ platform, uid, input: { trackId } }) => ({
      track: await resultOf(platform, uid, trackId),
    }),
  },
  'tracks.forget': {
    access: 'rider',
    run: async ({ platform, uid, input: { trackId } }) => ({
      forgotten: await forgetPoints(platform, uid, trackId),
    }),
  },
};
