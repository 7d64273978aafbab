import type { Transaction } from '../../platform';
import { DAY_MS, startOfDayMs, weekOf } from '../../platform/beijing-time';
import { type PlanWeek, planWeekId, planWeeks } from './store';
import { PLANS_KEPT_MS } from './terms';

/** The Monday of a Beijing day's week. */
export const mondayOf = (day: string): string => weekOf(day)[0]!;

const WEEK_DAYS = 7;

const emptyWeek = (uid: string, week: string): PlanWeek => ({
  _id: planWeekId(uid, week),
  uid,
  week,
  made: {},
  paid: {},
  fulfilled: 0,
  missed: 0,
  dropped: 0,
  tripIds: [],
  expiresAtMs: startOfDayMs(week) + WEEK_DAYS * DAY_MS + PLANS_KEPT_MS,
});

/** Reads the week, lets `change` make a new one of it, and writes that. Two database calls. */
export async function changeWeek(
  transaction: Transaction,
  { uid, week }: { uid: string; week: string },
  change: (before: PlanWeek) => PlanWeek,
): Promise<void> {
  const found = await transaction.get(planWeeks, planWeekId(uid, week));
  const after = change(found ?? emptyWeek(uid, week));
  const { _id, ...fields } = after;
  if (found) await transaction.update(planWeeks, _id, fields);
  else await transaction.add(planWeeks, after);
}

export const countOf = (days: Readonly<Record<string, number>>, day: string): number => days[day] ?? 0;

export const oneMore = (days: Readonly<Record<string, number>>, day: string): Record<string, number> => ({
  ...days,
  [day]: countOf(days, day) + 1,
});

export const madeIn = ({ made }: Pick<PlanWeek, 'made'>): number =>
  Object.values(made).reduce((sum, count) => sum + count, 0);
