import { trackNumbers } from './numbers';
import type { Pace } from './paces';

/** No reading for longer than this, and nobody knows what was in between. */
const BLIND_MS = 12_000;
/** A phone sends less while it stands. */
const BLIND_STANDING_MS = 30_000;
/** Shorter is no wait. */
const SHORTEST_WAIT_MS = 4_000;
/** One change of speed may be anything. */
const FEWEST_CHANGES = 2;

const medianOf = (values: readonly number[]): number | null =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? null;

/** When, on the straight line from one pace to the other, that speed was passed; null where it was not. */
function passedAt(before: Pace, after: Pace, metresPerSecond: number): number | null {
  const [low, high] = [before.metresPerSecond, after.metresPerSecond].sort((left, right) => left - right);
  if (low! > metresPerSecond || high! <= metresPerSecond) return null;
  const share = (metresPerSecond - before.metresPerSecond) / (after.metresPerSecond - before.metresPerSecond);
  return before.atMs + (after.atMs - before.atMs) * share;
}

/** The times it took from one of the two speeds to the other, up and down, without a turning back in between. */
function changesBetween(paces: readonly Pace[], slow: number, fast: number): number[] {
  const found: number[] = [];
  let left: { speed: number; atMs: number } | null = null;
  for (const [index, pace] of paces.entries()) {
    const before = paces[index - 1];
    if (!before) continue;
    if (pace.atMs - before.atMs > BLIND_MS) {
      left = null;
      continue;
    }
    const isFaster = pace.metresPerSecond > before.metresPerSecond;
    for (const speed of isFaster ? [slow, fast] : [fast, slow]) {
      const atMs = passedAt(before, pace, speed);
      if (atMs === null) continue;
      const isLeaving = isFaster === (speed === slow);
      if (!isLeaving && left && left.speed !== speed) found.push(atMs - left.atMs);
      left = isLeaving ? { speed, atMs } : null;
    }
  }
  return found;
}

/** How long it takes, as a rule, to get from a fifth of the cruising speed to seven tenths of it, or back; null for one time. */
export function changeMs(paces: readonly Pace[], cruisingMetresPerSecond: number): number | null {
  const { from, to } = trackNumbers.changeShares;
  const found = changesBetween(paces, cruisingMetresPerSecond * from, cruisingMetresPerSecond * to);
  return found.length < FEWEST_CHANGES ? null : medianOf(found);
}

/** How long somebody stands, as a rule, before he goes on; null for somebody who never does. */
export function waitMs(paces: readonly Pace[]): number | null {
  const found: number[] = [];
  let sinceMs: number | null = null;
  for (const [index, { atMs, metresPerSecond }] of paces.entries()) {
    if (atMs - (paces[index - 1]?.atMs ?? atMs) > BLIND_STANDING_MS) sinceMs = null;
    if (metresPerSecond < trackNumbers.movingMetresPerSecond) sinceMs ??= atMs;
    else {
      if (sinceMs !== null && atMs - sinceMs >= SHORTEST_WAIT_MS) found.push(atMs - sinceMs);
      sinceMs = null;
    }
  }
  return medianOf(found);
}
