import { trackNumbers } from './numbers';
import { metresBetween, type PlanePoint } from './plane-point';
import { smoothPoints } from './smooth-points';

/** How fast somebody was at one reading. */
export interface Pace {
  readonly atMs: number;
  readonly metresPerSecond: number;
}

export interface Paces {
  /** By the phone's own speeds; otherwise by its places, which smear what lasts only some seconds. */
  areTold: boolean;
  paces: readonly Pace[];
}

/** Fewer readings while moving say too little. */
const FEWEST_MOVING = 20;
const LEAST_TOLD_SHARE = 0.5;

/** Places wander by metres, slowly: over this long to either side that makes hardly a speed any more. */
const HALF_CHORD_MS = 7_000;
const SHORTEST_CHORD_MS = 500;
/** Where readings are sparser than the chord, the next ones count, unless they are as far as this. */
const FURTHEST_NEIGHBOUR_MS = 10_000;

const isMoving = (metresPerSecond: number): boolean => metresPerSecond > trackNumbers.movingMetresPerSecond;

const toldPaces = (points: readonly PlanePoint[]): Pace[] =>
  points.flatMap(({ atMs, speedMetresPerSecond: told }) =>
    told === null ? [] : [{ atMs, metresPerSecond: told }],
  );

/** From that reading as far as the half chord goes in one direction, and to the neighbour at least. */
function chordEnd(points: readonly PlanePoint[], index: number, step: 1 | -1): PlanePoint {
  const at = points[index]!;
  const within = (point: PlanePoint | undefined, ms: number) =>
    point !== undefined && Math.abs(point.atMs - at.atMs) <= ms;
  let end = index;
  while (within(points[end + step], HALF_CHORD_MS)) end += step;
  if (end === index && within(points[index + step], FURTHEST_NEIGHBOUR_MS)) end += step;
  return points[end]!;
}

function pacesOfPlaces(points: readonly PlanePoint[]): Pace[] {
  const smooth = smoothPoints(points, HALF_CHORD_MS);
  return smooth.flatMap(({ atMs }, index) => {
    const [from, to] = [chordEnd(smooth, index, -1), chordEnd(smooth, index, 1)];
    const ms = to.atMs - from.atMs;
    return ms < SHORTEST_CHORD_MS ? [] : [{ atMs, metresPerSecond: (metresBetween(from, to) * 1_000) / ms }];
  });
}

/** The phone's own speeds where it gives them: it measures them by the shift of the waves, far better than by places. */
export function pacesOf(points: readonly PlanePoint[]): Paces {
  const told = toldPaces(points);
  const moving = told.filter(({ metresPerSecond }) => isMoving(metresPerSecond)).length;
  if (told.length >= points.length * LEAST_TOLD_SHARE && moving >= FEWEST_MOVING)
    return { areTold: true, paces: told };
  return { areTold: false, paces: pacesOfPlaces(points) };
}
