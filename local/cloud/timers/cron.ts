import { Cron } from 'croner';

/** CloudBase reads cron expressions in Beijing time. Source: docs.cloudbase.net/cloud-function/timer-trigger */
const beijingMinutes = 8 * 60;

/**
 * A cron of seven fields: second minute hour day month weekday year. Where day and weekday are both given, either is enough.
 */
export interface Schedule {
  /** First due time after the given one; null when there is none any more. */
  next(afterMs: number): number | null;
}

/** @returns the schedule, or a sentence saying what is wrong with the expression */
export function everyTimer(
  expression: string,
): { schedule: Schedule; problem: null } | { schedule: null; problem: string } {
  try {
    const cron = new Cron(expression.trim(), { mode: '7-part', utcOffset: beijingMinutes, paused: true });
    return {
      schedule: { next: afterMs => cron.nextRun(new Date(afterMs))?.getTime() ?? null },
      problem: null,
    };
  } catch (error) {
    return { schedule: null, problem: `the cron "${expression}" is wrong: ${(error as Error).message}` };
  }
}
