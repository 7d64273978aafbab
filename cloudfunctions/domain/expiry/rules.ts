import { addMonths, beijingMonth, DAY_MS, endOfMonthMs } from '../../platform/beijing-time';

/** Riders are told so many whole days before their credits end, the later date last. */
export const TOLD_DAYS_BEFORE: readonly number[] = [30, 7];

/** That credits end with `month` is to be told, as the notice of `daysBefore`. */
export interface DueNotice {
  month: string;
  daysBefore: number;
}

/**
 * What is to be told at an instant: of each month that ends within 30 days the last date that has come. A date comes a
 * day early, so that a job that runs once a day is never late; it stays until the next one, for whoever was missed.
 */
export function dueNotices(atMs: number): DueNotice[] {
  const thisMonth = beijingMonth(atMs);
  return [thisMonth, addMonths(thisMonth, 1)].flatMap(month => {
    const leftMs = endOfMonthMs(month) - atMs;
    const daysBefore = TOLD_DAYS_BEFORE.filter(days => leftMs <= (days + 1) * DAY_MS).at(-1);
    return daysBefore === undefined ? [] : [{ month, daysBefore }];
  });
}
