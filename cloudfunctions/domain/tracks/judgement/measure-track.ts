import {
  evenTimesShare,
  repeatedShare,
  speedDifference,
  stepChange,
  toldVariation,
  wanderMetres,
} from './made-up-signs';
import { trackNumbers } from './numbers';
import { pacesOf } from './paces';
import { metresBetween, onPlane, type PlanePoint } from './plane-point';
import { type RidingStyle, ridingStyle } from './riding-style';
import { smoothPoints } from './smooth-points';
import { splitStretches } from './split-stretches';
import type { TrackPoint } from './track-point';
import { isTeleport, usablePoints } from './usable-points';

/** What can be said of a track in numbers. */
export interface TrackMeasures {
  points: number;
  /** Those that were sure enough, in order and not beside the way. */
  usablePoints: number;
  /** Of the first and last usable reading; both zero where there is none. */
  fromMs: number;
  toMs: number;
  /** Chords of ten seconds while moving: never longer than the way, and nothing for gaps. */
  distanceMetres: number;
  movingMs: number;
  /** Straight from the first to the last usable reading. */
  apartMetres: number;
  /** Way without readings, straight, in all and the longest at once. */
  lostMetres: number;
  lostAtOnceMetres: number;
  /** The fastest way without readings, straight. */
  lostMetresPerSecond: number;
  teleports: number;
  /** Of the moving time half was slower, and a twentieth faster. */
  medianMetresPerSecond: number;
  fastMetresPerSecond: number;
  /** Standard deviation of the speeds while moving, by their mean. */
  speedVariation: number;
  /** How it was ridden. */
  style: RidingStyle;
  /** See `made-up-signs.ts`; null where there is too little to tell. */
  toldVariation: number | null;
  wanderMetres: number | null;
  stepChange: number | null;
  evenTimesShare: number;
  repeatedShare: number;
  speedDifference: number | null;
}

interface Speed {
  ms: number;
  metresPerSecond: number;
}

/** The speed that this share of the time is slower than. */
function speedAt(sorted: readonly Speed[], share: number): number {
  const all = sorted.reduce((sum, { ms }) => sum + ms, 0);
  let passed = 0;
  for (const { ms, metresPerSecond } of sorted) {
    passed += ms;
    if (passed >= all * share) return metresPerSecond;
  }
  return 0;
}

function variationOf(speeds: readonly Speed[]): number {
  const ms = speeds.reduce((sum, one) => sum + one.ms, 0);
  if (ms === 0) return 0;
  const mean = speeds.reduce((sum, one) => sum + one.metresPerSecond * one.ms, 0) / ms;
  const variance = speeds.reduce((sum, one) => sum + (one.metresPerSecond - mean) ** 2 * one.ms, 0) / ms;
  return Math.sqrt(variance) / mean;
}

function measureMoving(usable: readonly PlanePoint[]) {
  const { stretches, gaps } = splitStretches(smoothPoints(usable));
  const speeds = stretches
    .map(({ ms, metres }) => ({ ms, metresPerSecond: (metres * 1_000) / ms }))
    .filter(({ metresPerSecond }) => metresPerSecond >= trackNumbers.movingMetresPerSecond)
    .sort((left, right) => left.metresPerSecond - right.metresPerSecond);
  const ways = gaps.filter(({ metres }) => metres > trackNumbers.restMetres);
  const lost = ways.map(({ metres }) => metres);
  return {
    distanceMetres: speeds.reduce((sum, { ms, metresPerSecond }) => sum + (ms * metresPerSecond) / 1_000, 0),
    movingMs: speeds.reduce((sum, { ms }) => sum + ms, 0),
    lostMetres: lost.reduce((sum, metres) => sum + metres, 0),
    lostAtOnceMetres: Math.max(0, ...lost),
    lostMetresPerSecond: Math.max(0, ...ways.map(({ ms, metres }) => (metres * 1_000) / ms)),
    medianMetresPerSecond: speedAt(speeds, 0.5),
    fastMetresPerSecond: speedAt(speeds, 0.95),
    speedVariation: variationOf(speeds),
  };
}

const countTeleports = (usable: readonly PlanePoint[]): number =>
  usable.filter((point, index) => index > 0 && isTeleport(usable[index - 1]!, point)).length;

/** Measures a track; ten thousand readings take some hundredths of a second. Pure. */
export function measureTrack(points: readonly TrackPoint[]): TrackMeasures {
  const usable = usablePoints(onPlane(points));
  const first = usable[0];
  const last = usable.at(-1);
  return {
    points: points.length,
    usablePoints: usable.length,
    fromMs: first?.atMs ?? 0,
    toMs: last?.atMs ?? 0,
    apartMetres: first && last ? metresBetween(first, last) : 0,
    teleports: countTeleports(usable),
    ...measureMoving(usable),
    style: ridingStyle(pacesOf(usable)),
    toldVariation: toldVariation(usable),
    wanderMetres: wanderMetres(usable),
    stepChange: stepChange(usable),
    evenTimesShare: evenTimesShare(usable),
    repeatedShare: repeatedShare(points),
    speedDifference: speedDifference(usable),
  };
}
