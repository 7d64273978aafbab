import { trackNumbers } from './numbers';
import { metresBetween, type PlanePoint } from './plane-point';
import type { TrackPoint } from './track-point';

/** Fewer say too little. */
const FEWEST_SAMPLES = 20;

const medianOf = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)]!;

/** Too far apart in time to say anything about a step. */
const LONGEST_STEP_MS = 15_000;
const LEAST_STEP_METRES = 0.5;

/** The place on the straight way from one reading to the other at that time. */
function between(from: PlanePoint, to: PlanePoint, atMs: number) {
  const share = (atMs - from.atMs) / (to.atMs - from.atMs);
  return {
    eastMetres: from.eastMetres + (to.eastMetres - from.eastMetres) * share,
    northMetres: from.northMetres + (to.northMetres - from.northMetres) * share,
  };
}

const steps = (from: PlanePoint, to: PlanePoint) => ({
  ms: to.atMs - from.atMs,
  metres: metresBetween(from, to),
});

/** Each reading on the way with its neighbours, where the three are close in time and the phone moved. */
function* movingTriples(points: readonly PlanePoint[]) {
  for (const [index, at] of points.entries()) {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before || !after) continue;
    const [come, gone] = [steps(before, at), steps(at, after)];
    if (come.ms > LONGEST_STEP_MS || gone.ms > LONGEST_STEP_MS) continue;
    if (come.metres < LEAST_STEP_METRES || gone.metres < LEAST_STEP_METRES) continue;
    yield { before, at, after, come, gone };
  }
}

const medianOrNull = (found: readonly number[]): number | null =>
  found.length < FEWEST_SAMPLES ? null : medianOf(found);

/**
 * How far a reading lies, as a rule, from where an even and straight ride between its neighbours would have it. People
 * steer, pedal and brake, and positions wander: some decimetres at least. What a program draws between corners has none.
 * Null where there is too little movement to tell.
 */
export const wanderMetres = (points: readonly PlanePoint[]): number | null =>
  medianOrNull(
    [...movingTriples(points)].map(({ before, at, after }) =>
      metresBetween(between(before, after, at.atMs), at),
    ),
  );

/** By how much the speed changes from one reading to the next, as a rule, by the speed; null as above. */
export const stepChange = (points: readonly PlanePoint[]): number | null =>
  medianOrNull(
    [...movingTriples(points)].map(({ come, gone }) => {
      const [one, other] = [come.metres / come.ms, gone.metres / gone.ms];
      return Math.abs(other - one) / other;
    }),
  );

/** The share of readings that come exactly as long after the one before as most do; to the millisecond nothing real does. */
export function evenTimesShare(points: readonly PlanePoint[]): number {
  const counts = new Map<number, number>();
  for (const [index, { atMs }] of points.entries()) {
    const before = points[index - 1];
    if (before) counts.set(atMs - before.atMs, (counts.get(atMs - before.atMs) ?? 0) + 1);
  }
  return points.length < FEWEST_SAMPLES ? 0 : Math.max(...counts.values()) / (points.length - 1);
}

/** Standard deviation of the phone's own speeds on the way, by their mean; null where it gives too few. */
export function toldVariation(points: readonly PlanePoint[]): number | null {
  const told = points.flatMap(({ speedMetresPerSecond: speed }) =>
    speed !== null && speed > trackNumbers.movingMetresPerSecond ? [speed] : [],
  );
  if (told.length < FEWEST_SAMPLES) return null;
  const mean = told.reduce((sum, one) => sum + one, 0) / told.length;
  return Math.sqrt(told.reduce((sum, one) => sum + (one - mean) ** 2, 0) / told.length) / mean;
}

const AGAIN_AFTER_MS = 120_000;

/** A decimetre: no phone reads the very same place twice while it moves, minutes apart. */
const placeKey = ({ latitude, longitude }: TrackPoint): string =>
  `${Math.round(latitude * 1e6)},${Math.round(longitude * 1e6)}`;

/** The share of readings that lie exactly where another one lay minutes before, with movement in between. */
export function repeatedShare(points: readonly TrackPoint[]): number {
  const lastAtMs = new Map<string, number>();
  let repeated = 0;
  let beforeKey = '';
  for (const point of points) {
    const key = placeKey(point);
    const lastMs = lastAtMs.get(key);
    // Somebody who waits at a light is read at one place all the time.
    if (key !== beforeKey && lastMs !== undefined && point.atMs - lastMs > AGAIN_AFTER_MS) repeated += 1;
    lastAtMs.set(key, point.atMs);
    beforeKey = key;
  }
  return points.length === 0 ? 0 : repeated / points.length;
}

/** The phone's own speeds summed up to each reading, and how many there were: a mean over any stretch is two looks. */
function sumSpeeds(points: readonly PlanePoint[]): { sum: number; count: number }[] {
  const sums = [{ sum: 0, count: 0 }];
  for (const { speedMetresPerSecond } of points) {
    const { sum, count } = sums.at(-1)!;
    const isTold = speedMetresPerSecond !== null;
    sums.push({ sum: sum + (speedMetresPerSecond ?? 0), count: count + (isTold ? 1 : 0) });
  }
  return sums;
}

/**
 * How far the phone's own speeds are, as a rule, from those of its positions, by the latter. Null where the phone gives
 * none, or says that it stands all the time, as some do that take their position from the network.
 */
export function speedDifference(points: readonly PlanePoint[]): number | null {
  const sums = sumSpeeds(points);
  const found: number[] = [];
  let start = 0;
  for (const [index, point] of points.entries()) {
    while (point.atMs - (points[start + 1] ?? point).atMs >= trackNumbers.stretchMs) start += 1;
    const ms = point.atMs - points[start]!.atMs;
    if (ms < trackNumbers.stretchMs || ms > trackNumbers.gapMs) continue;
    const speed = (metresBetween(points[start]!, point) * 1_000) / ms;
    const [from, to] = [sums[start]!, sums[index + 1]!];
    if (speed < trackNumbers.walkingMetresPerSecond || to.sum === from.sum) continue;
    const told = (to.sum - from.sum) / (to.count - from.count);
    found.push(Math.abs(told - speed) / speed);
  }
  return medianOrNull(found);
}
