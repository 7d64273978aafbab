import type { Route } from '../streets/route';

export const metresPerSecond = (kilometresPerHour: number): number => kilometresPerHour / 3.6;

/** How somebody moves when nothing is in the way. */
export interface Mover {
  cruiseMetresPerSecond: number;
  /** Even downhill nobody goes faster. */
  topMetresPerSecond: number;
  accelerationMetresPerSecondSquared: number;
  brakingMetresPerSecondSquared: number;
  turnMetresPerSecond: number;
  /** The relative deviation of the speed that one keeps without thinking, and how slowly it changes. */
  effortDeviation: number;
  effortSeconds: number;
  /** By how much a grade of 1 would change the logarithm of the speed. */
  gradeEffect: number;
}

/** A place to slow down for, and to stay at when the speed is 0. */
export interface Obstacle {
  atMetres: number;
  speedMetresPerSecond: number;
  holdSeconds: number;
}

/** A part of the way that is slower: a bike is pushed over a footbridge, the last metres look for a parking lot. */
export interface Stretch {
  fromMetres: number;
  toMetres: number;
}

export interface SlowStretch extends Stretch {
  speedMetresPerSecond: number;
}

export interface Journey {
  route: Route;
  mover: Mover;
  obstacles: readonly Obstacle[];
  slowStretches: readonly SlowStretch[];
  /** Where a roof weakens the signal. */
  roofs: readonly Stretch[];
  /** What others on the road allow at a moment. */
  limitAt: (seconds: number) => number;
}

export const NO_LIMIT = (): number => Number.POSITIVE_INFINITY;
