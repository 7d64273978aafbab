import { distanceText, thousands } from '../../../views/amounts';
import { clockText } from '../../../views/beijing-time';
import { type LineStyle, lineStyle, railStyle } from '../../../views/metro-lines';
import type { ScanFailure } from '../services/scan-station';
import type { EndedTrip, OpenTrip } from '../services/station-trips';

const MINUTE_MS = 60_000;

/** How it works, before anything happens. */
export const scanStops: readonly { name: string; explanation: string }[] = [
  { name: '进站扫一次', explanation: '买票后，扫站内的碳点点海报，或工作人员屏幕上的码。' },
  { name: '照常乘车', explanation: '不用开着手机，不记录路线。' },
  { name: '出站再扫一次', explanation: '按两站间的最短里程，发减排量一半的奖励积分。' },
];

/** What somebody agrees to: asked for on its own, because a position is sensitive. */
export const consentFacts: readonly { name: string; explanation: string }[] = [
  { name: '什么时候取', explanation: '只在您点扫码的那一刻取一次，平时不取，也不在后台取。' },
  { name: '用来做什么', explanation: '核对您是不是在车站 500 米内，免得有人在家扫照片。' },
  { name: '存什么', explanation: '只存车站、时间和离车站多远，不存经纬度。' },
  { name: '怎么撤回', explanation: '在这一页最下面随时撤回，进行中的那一趟马上删除。' },
];

export interface OpenTripView {
  station: string;
  plates: LineStyle[];
  elapsed: string;
  until: string;
}

function elapsedText(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS));
  if (minutes === 0) return '刚刚进站';
  return minutes < 60
    ? `已进站 ${minutes} 分钟`
    : `已进站 ${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`;
}

export const viewOpenTrip = (
  { station, lines, enteredAtMs, endsAtMs }: OpenTrip,
  nowMs: number,
): OpenTripView => ({
  station,
  plates: lines.map(lineStyle),
  elapsed: elapsedText(nowMs - enteredAtMs),
  until: `${clockText(enteredAtMs)} 进站，${clockText(endsAtMs)} 前扫码出站有效`,
});

/** A trip whose exit was forgotten, in a sentence. */
export const forgottenText = ({ station, enteredAtMs }: OpenTrip): string =>
  `${clockText(enteredAtMs)} 从${station}进站后没有扫码出站，超过 4 小时，这一趟没有记上。`;

export interface EndedTripView {
  isPaid: boolean;
  title: string;
  /** The number of the page, and what it is. */
  amount: string;
  note: string;
  from: string;
  to: string;
  rail: string;
  lines: LineStyle[];
  details: string[];
  reasons: string[];
  /** What may still come of it. */
  later: string;
}

const capTexts = { day: '已到当天上限', month: '已到当月上限' } as const;

function noteOf({ grams, cappedBy, paidBonus }: EndedTrip): string {
  if (cappedBy === null) return `同样的里程约减排 ${thousands(grams)} 克，没有签名，发一半。`;
  return `${capTexts[cappedBy]}，这一趟${paidBonus > 0 ? '只发了一部分' : '没有再发积分'}。`;
}

/** What a signed ride of the same time would do to it. */
const laterTexts = {
  paid: '运营方之后若签名了同一趟，会换成核验过的减排量，不会重复发。',
  refused: '运营方之后若签名了同一趟，照样按核验过的减排量入账。',
} as const;

export function viewEndedTrip(trip: EndedTrip): EndedTripView {
  const isPaid = trip.state === 'paid';
  const minutes = Math.round((trip.toMs - trip.fromMs) / MINUTE_MS);
  return {
    isPaid,
    title: isPaid ? '出站了，已记上' : '这一趟没有记上',
    amount: `+${thousands(trip.paidBonus)}`,
    note: isPaid ? noteOf(trip) : '',
    from: trip.from,
    to: trip.to,
    rail: railStyle(trip.lines),
    lines: trip.lines.map(lineStyle),
    details: [distanceText(trip.distanceMetres), `${minutes} 分钟`],
    reasons: [...trip.reasons],
    later: laterTexts[trip.state],
  };
}

/** What to do when the phone gave no scan; nothing when the person closed the camera himself. */
export const scanFailureTexts: Readonly<Record<ScanFailure, string>> = {
  cancelled: '',
  'not-allowed': '没有允许使用位置，扫码时不能核对您在车站。请在设置里打开“位置信息”后再扫。',
  'no-position': '手机还不知道自己在哪里。请打开手机定位，走到出入口附近再扫。',
};

/** A refusal that names the station and how far away it is tells more with both. */
export function refusalText(error: {
  code: string;
  message: string;
  details: Readonly<Record<string, unknown>>;
}): string {
  const { station, metresAway } = error.details;
  if (error.code !== 'TOO_FAR_FROM_STATION' || typeof station !== 'string') return error.message;
  return `您离${station}还有 ${distanceText(Number(metresAway))}，请到车站 500 米内再扫。`;
}
