import * as z from 'zod';
import type { ProcedureContract } from './procedure';

/** The notice on location that riders agree to before the first track, by the day it came into force. */
export const TRACK_NOTICE_VERSION = '2026-11-22';

/** Why a track pays nothing, in words with what to do. The plainest come first; a code is never renamed. */
export const trackReasons = {
  MOCK_LOCATION: '手机报告位置由其他应用模拟。请关闭模拟定位，再重新记录',
  TIME_BACKWARDS: '定位的时间重复或前后颠倒。请把手机时间设为自动，再重新记录',
  TOO_FEW_POINTS: '收到的位置太少，看不出路线。请全程保持记录，并允许使用位置',
  INACCURATE: '大部分位置误差太大。请在室外记录，并打开手机的精确位置',
  TELEPORT: '位置瞬间跳了很远，没有交通工具能做到。请在室外记录，别用模拟定位',
  GAPS: '中间缺的路太多。请全程保持记录；在小程序里点暂停后不要继续骑',
  TOO_SHORT: '骑行不到 300 米，太短不记',
  TOO_FAR: '一次超过 60 公里，不像市内出行。长途请分次记录',
  TOO_LONG: '从开始到结束超过 4 小时。到了请及时点结束',
  START_IS_END: '起点和终点几乎在一处，没有代替一次出行。请在到达目的地时结束',
  WALKING: '大部分时间是步行的速度。走路请用「步数」记录',
  RUNNING: '一直是跑步的速度，而且很稳，像跑步。跑步和走路请用「步数」记录',
  MOTOR: '速度像汽车或公交：太快，或者忽快忽慢、加速太猛。只记骑行，换乘前请先结束',
  SLOWED: '每次停得久、起步和刹停也慢，像放慢了的行车记录。若确是骑行，请在停留时点暂停，再记录一次',
  MADE_UP: '路线太规整，不像真实骑行。若确是骑行，请在室外重新记录一次',
  REPLAYED: '这条路线和已经提交过的一模一样。一次骑行只能由一个人提交一次',
  OUTSIDE: '起点不在已开通的城市，暂时不能记',
} as const;
export type TrackReason = keyof typeof trackReasons;

export const POINTS_A_SEGMENT = 1_000;
/** More than four hours at one reading a second. */
export const MOST_SEGMENTS = 400;

const trackId = z.string().length(26);

/**
 * One reading of the position, as whole numbers: latitude and longitude in millionths of a degree (WGS-84), time, accuracy
 * in decimetres, the phone's speed in centimetres a second (−1: none), and 1 where the phone says that it is made up.
 */
const point = z.tuple([
  z.int().min(-90_000_000).max(90_000_000),
  z.int().min(-180_000_000).max(180_000_000),
  z.int().min(0).max(8_640_000_000_000),
  z.int().min(0).max(1_000_000),
  z.int().min(-1).max(100_000),
  z.int().min(0).max(1),
]);
export type SentPoint = z.infer<typeof point>;

const openTrack = z.strictObject({
  trackId,
  /** The server's time, by which the phone sets right its own. */
  begunAtMs: z.int(),
  /** How many segments have come: the number of the next one. */
  segments: z.int().min(0),
  points: z.int().min(0),
  nowMs: z.int(),
});

const track = z.strictObject({
  trackId,
  begunAtMs: z.int(),
  finishedAtMs: z.int(),
  /** Of the first and last reading that was sure enough. */
  fromMs: z.int(),
  toMs: z.int(),
  distanceMetres: z.int().min(0),
  movingSeconds: z.int().min(0),
  points: z.int().min(0),
  medianSpeedCentimetres: z.int().min(0),
  /** Empty for a bicycle trip. */
  reasons: z.array(z.strictObject({ code: z.string(), text: z.string() })),
  /** What became of a bicycle trip. */
  paidCredits: z.int().min(0),
  /** Why it paid nothing or less though it is one, in words; null when it paid in full. */
  payment: z.string().nullable(),
  /** The way in millionths of a degree, thinned; empty once the readings are deleted. */
  line: z.array(z.tuple([z.int(), z.int()])),
  /** Until then the readings are kept. */
  pointsKeptUntilMs: z.int().nullable(),
});

export const tracksProcedures = {
  /** Whether the rider has agreed to the notice on location, and the track that is being recorded. */
  'tracks.state': {
    input: z.strictObject({}),
    output: z.strictObject({
      consent: z.strictObject({ noticeVersion: z.string(), given: z.boolean() }),
      open: openTrack.nullable(),
      /** The one that was judged last. */
      lastTrackId: trackId.nullable(),
      /** How long readings are kept. */
      keptDays: z.int(),
    }),
    mutating: false,
  },
  /** Agrees to the notice on location, apart from the privacy guideline. */
  'tracks.consent': {
    input: z.strictObject({ noticeVersion: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
    output: z.strictObject({ given: z.boolean() }),
    mutating: true,
  },
  /** Takes that back: what is being recorded ends, and every reading is deleted. Credits stay. */
  'tracks.withdraw': {
    input: z.strictObject({}),
    output: z.strictObject({ given: z.boolean() }),
    mutating: true,
  },
  /** Begins a track, or answers the one that is being recorded: there is one at a time. */
  'tracks.begin': {
    input: z.strictObject({}),
    output: z.strictObject({ open: openTrack }),
    mutating: true,
  },
  /** Readings in the order in which they came; a number sent again must bring the same. */
  'tracks.append': {
    input: z.strictObject({
      trackId,
      number: z
        .int()
        .min(0)
        .max(MOST_SEGMENTS - 1, '记录太长了，请先结束这一次'),
      points: z.array(point).min(1).max(POINTS_A_SEGMENT),
    }),
    output: z.strictObject({ segments: z.int(), points: z.int() }),
    mutating: true,
  },
  /** Ends and judges a track of that many segments. Repeating it is harmless. */
  'tracks.finish': {
    input: z.strictObject({ trackId, segments: z.int().min(0).max(MOST_SEGMENTS) }),
    output: z.strictObject({ track }),
    mutating: true,
  },
  /** Throws away what is being recorded. */
  'tracks.discard': {
    input: z.strictObject({ trackId }),
    output: z.strictObject({ discarded: z.boolean() }),
    mutating: true,
  },
  /** A track that was judged. */
  'tracks.result': {
    input: z.strictObject({ trackId }),
    output: z.strictObject({ track }),
    mutating: false,
  },
  /** Deletes the readings of a judged track at once; what it was judged stays. */
  'tracks.forget': {
    input: z.strictObject({ trackId }),
    output: z.strictObject({ forgotten: z.boolean() }),
    mutating: true,
  },
} as const satisfies Record<string, ProcedureContract>;
