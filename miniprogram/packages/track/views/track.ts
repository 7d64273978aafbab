import { distanceText, thousands } from '../../../views/amounts';
import { momentText } from '../../../views/beijing-time';
import type { TrackResult } from '../services/tracks';

interface Place {
  latitude: number;
  longitude: number;
  atMs: number;
}

const METRES_A_DEGREE = 111_195;
/** Nearer than this a position only wanders. */
const STEP_METRES = 10;

/** What the screen says while recording; what counts is measured by the server. */
export class LiveMeasure {
  metres = 0;
  #from: Place | null = null;

  add(place: Place): void {
    if (this.#from === null) {
      this.#from = place;
      return;
    }
    const north = (place.latitude - this.#from.latitude) * METRES_A_DEGREE;
    const scale = METRES_A_DEGREE * Math.cos((place.latitude * Math.PI) / 180);
    const step = Math.hypot(north, (place.longitude - this.#from.longitude) * scale);
    if (step < STEP_METRES) return;
    this.metres += step;
    this.#from = place;
  }
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `12:05`, from an hour on `1:02:05`. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Kilometres with two decimals, as riders know them from a speedometer. */
export const kilometresText = (metres: number): string => (metres / 1_000).toFixed(2);

export interface ResultView {
  isBike: boolean;
  title: string;
  distance: string;
  unit: string;
  lead: string;
  reasons: string[];
  facts: { name: string; value: string }[];
  hasLine: boolean;
  kept: string;
}

const speedText = (centimetres: number): string => `${((centimetres * 36) / 1_000).toFixed(1)} 公里/时`;

function leadOf({ paidCredits, payment, reasons }: TrackResult): string {
  if (reasons.length > 0) return '这一次不算骑行，没有积分。原因和下次怎么做：';
  const paid = paidCredits > 0 ? `奖励积分 +${thousands(paidCredits)}，已到账。` : '';
  return `${paid}${payment ?? ''}` || '这是一次骑行。';
}

function factsOf(track: TrackResult, nowMs: number): ResultView['facts'] {
  return [
    { name: '开始', value: momentText(track.fromMs || track.begunAtMs, nowMs) },
    { name: '用时', value: durationText(track.toMs - track.fromMs) },
    { name: '骑行中', value: durationText(track.movingSeconds * 1_000) },
    { name: '骑行时的速度', value: speedText(track.medianSpeedCentimetres) },
    { name: '收到的位置', value: `${thousands(track.points)} 个` },
  ];
}

function keptOf({ pointsKeptUntilMs, line }: TrackResult, nowMs: number): string {
  if (pointsKeptUntilMs === null || line.length === 0)
    return '这一次的位置已经删除，只留下里程、时间和判定。';
  return `位置保存到${momentText(pointsKeptUntilMs, nowMs).split(' ')[0]}，之后自动删除。`;
}

export function viewResult(track: TrackResult, nowMs: number): ResultView {
  const isBike = track.reasons.length === 0;
  const [distance = '', unit = ''] = distanceText(track.distanceMetres).split(' ');
  return {
    isBike,
    title: isBike ? '记为一次骑行' : '没有计入',
    distance,
    unit,
    lead: leadOf(track),
    reasons: track.reasons.map(({ text }) => text),
    facts: factsOf(track, nowMs),
    hasLine: track.line.length > 1,
    kept: keptOf(track, nowMs),
  };
}
