import type { TrackPoint } from './track';

/** Taken out of the global once: in the sandbox of the tests every look at a global is slow. */
const { asin, cos, floor, max, min, sin, sqrt, PI } = Math;

/** What can be measured on a track without knowing how it was made. */
export interface Statistics {
  kilometres: number;
  minutes: number;
  meanKilometresPerHour: number;
  highKilometresPerHour: number;
  peakKilometresPerHour: number;
  haltsPerKilometre: number;
  /** The distance from begin to end, as a share of the way between them. */
  straightness: number;
  medianIntervalSeconds: number;
  longestGapSeconds: number;
}

/** Shorter legs would measure the noise rather than the movement. */
const LEG_MS = 10_000;
const HALT_KILOMETRES_PER_HOUR = 3;
const EARTH_METRES = 6_371_000;
const RADIANS = PI / 180;

export function metresBetween(from: TrackPoint, to: TrackPoint): number {
  const north = sin(((to.latitude - from.latitude) * RADIANS) / 2);
  const east = sin(((to.longitude - from.longitude) * RADIANS) / 2);
  const product = cos(from.latitude * RADIANS) * cos(to.latitude * RADIANS);
  return 2 * EARTH_METRES * asin(sqrt(north ** 2 + product * east ** 2));
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[min(sorted.length - 1, floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const intervalsMs = (points: readonly TrackPoint[]): number[] =>
  points.slice(1).map((point, index) => point.atMs - points[index]!.atMs);

/** The speeds and lengths of legs of at least ten seconds. */
function legsOf(points: readonly TrackPoint[]): { metres: number; kilometresPerHour: number }[] {
  const legs: { metres: number; kilometresPerHour: number }[] = [];
  let from = points[0]!;
  for (const to of points) {
    const ms = to.atMs - from.atMs;
    if (ms < LEG_MS) continue;
    const metres = metresBetween(from, to);
    legs.push({ metres, kilometresPerHour: (3600 * metres) / ms });
    from = to;
  }
  return legs;
}

export function statisticsOf(points: readonly TrackPoint[]): Statistics {
  const [first, last] = [points[0]!, points.at(-1)!];
  const legs = legsOf(points);
  const speeds = legs.map(leg => leg.kilometresPerHour);
  const kilometres = legs.reduce((sum, { metres }) => sum + metres, 0) / 1000;
  const minutes = (last.atMs - first.atMs) / 60_000;
  const isHalt = speeds.map(speed => speed < HALT_KILOMETRES_PER_HOUR);
  const intervals = intervalsMs(points);
  return {
    kilometres,
    minutes,
    meanKilometresPerHour: (kilometres / minutes) * 60,
    highKilometresPerHour: quantile(speeds, 0.95),
    peakKilometresPerHour: max(...speeds),
    haltsPerKilometre: isHalt.filter((halt, index) => halt && !isHalt[index - 1]).length / kilometres,
    straightness: metresBetween(first, last) / 1000 / kilometres,
    medianIntervalSeconds: median(intervals) / 1000,
    longestGapSeconds: max(...intervals) / 1000,
  };
}
