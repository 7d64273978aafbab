import { trackNumbers } from './numbers';
import { metresBetween, type PlanePoint } from './plane-point';
import type { TrackPoint } from './track-point';

/** Fewer say too little. */
const FEWEST_SAMPLES = 20;

const medianOf = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)]!;

/** The place on the straight way from one reading to the other at that time. */
function between(from: PlanePoint, to: PlanePoint, atMs: number) {
  const share = (atMs - from.atMs) / (to.atMs - from.atMs);
  return {
    eastMetres: from.eastMetres + (to.eastMetres - from.eastMetres) * share,
    northMetres: from.northMetres + (to.northMetres - from.northMetres) * share,
  };
}

/**
 * How far a reading lies, as a rule, from where an even and straight ride between those of ten seconds before and after
 * would have it. People steer, pedal and brake, and positions wander: a metre at least. What a program draws between
 * corners has none. Null where there is too little movement to tell.
 */
export function wanderMetres(points: readonly PlanePoint[]): number | null {
  const found: number[] = [];
  let before = 0;
  let after = 0;
  for (const point of points) {
    while (points[before + 1] && points[before + 1]!.atMs <= point.atMs - trackNumbers.stretchMs) before += 1;
    while (points[after] && points[after]!.atMs < point.atMs + trackNumbers.stretchMs) after += 1;
    const [from, to] = [points[before]!, points[after]];
    if (!to || from.atMs > point.atMs - trackNumbers.stretchMs) continue;
    if (to.atMs - from.atMs > trackNumbers.gapMs) continue;
    const moved = metresBetween(from, to) * 1_000;
    if (moved < trackNumbers.movingMetresPerSecond * (to.atMs - from.atMs)) continue;
    found.push(metresBetween(between(from, to, point.atMs), point));
  }
  return found.length < FEWEST_SAMPLES ? null : medianOf(found);
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
  return found.length < FEWEST_SAMPLES ? null : medianOf(found);
}
