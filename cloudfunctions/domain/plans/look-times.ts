import { DAY_MS } from '../../platform/beijing-time';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Nobody has arrived before; the operator's record needs its time as well. */
const FIRST_AFTER_MS = 10 * MINUTE_MS;
const MOST_BETWEEN_MS = 6 * HOUR_MS;

export const firstLookMs = (earliestMs: number): number => earliestMs + FIRST_AFTER_MS;

/** Each time after as long as has passed already: some fifteen looks in the four days that a plan waits at most. */
export function nextLookMs(
  { earliestMs, latestLookMs }: { earliestMs: number; latestLookMs: number },
  nowMs: number,
): number {
  const gapMs = Math.min(MOST_BETWEEN_MS, Math.max(FIRST_AFTER_MS, nowMs - earliestMs));
  return nowMs < latestLookMs ? Math.min(nowMs + gapMs, latestLookMs) : nowMs + gapMs;
}

/**
 * A trip can be taken back at any time after it has fulfilled a plan. So the plan is looked at again: when most of that
 * has happened, when a partner has settled his month, and the last time before the plan is forgotten.
 */
export const THOUGHTS_AFTER_DAYS: readonly number[] = [7, 35, 80];

/** When a plan that was fulfilled then is thought about next; null when that was the last time. */
export function nextThoughtMs(fulfilledAtMs: number, nowMs: number): number | null {
  const times = THOUGHTS_AFTER_DAYS.map(days => fulfilledAtMs + days * DAY_MS);
  return times.find(atMs => atMs > nowMs) ?? null;
}
