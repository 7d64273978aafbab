import { everyTimer } from '../../../cloud/timers/cron';

/**
 * When the next of some timers is due.
 * @param crons seven-field expressions, as a manifest has them
 * @returns milliseconds since 1970; null when there is none
 */
export function nextTimerMs(crons: readonly string[], afterMs: number): number | null {
  const times = crons
    .map(cron => everyTimer(cron).schedule?.next(afterMs) ?? null)
    .filter(atMs => atMs !== null);
  return times.length === 0 ? null : Math.min(...times);
}
