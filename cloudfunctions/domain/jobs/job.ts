import type { Conditions, Platform } from '../../platform';

export interface Step {
  /** Start of the window that this run is for: the same on every try of the run. */
  windowStartMs: number;
  /** What the step before answered; null at the beginning. */
  cursor: string | null;
  /** Stop before this time and say where to go on. */
  deadlineMs: number;
}

/** Work that a timer starts. It is harmless when a step runs twice, or at two places at once after a lease ran out. */
export interface Job {
  name: string;
  /** It runs once in each window of this length. */
  everyMs: number;
  /** Does a part, a few seconds at most; a null cursor means that all is done. */
  step(platform: Platform, step: Step): Promise<{ cursor: string | null }>;
}

/** A domain's documents that end by themselves: those of `collection` whose `expiresAtMs` is past. */
export interface Purge {
  collection: string;
  /** Only these. */
  where?: Conditions;
  /** How much longer than to `expiresAtMs` they are kept. */
  keptMs?: number;
}
