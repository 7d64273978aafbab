import { addDays, beijingDay } from '../../platform/beijing-time';
import type { StepBook, StepDay } from './store';

/** 0.02 credits a step. Source: the Wuhan carbon-inclusion scheme for walking, 2022, secondary. */
export const STEPS_PER_CREDIT = 50;

/** Most credits of a day, from 14,800 steps on. Source: Ant Forest's cap of energy a day from walking, secondary. */
export const DAY_CAP_CREDITS = 296;

/** Days that WeChat knows, today among them. Source: developers.weixin.qq.com/miniprogram/dev/api/open-api/werun/wx.getWeRunData.html */
export const HISTORY_DAYS = 31;

/** Nobody walks this many in a day; WeChat's own list ends below. Own judgement. */
export const MOST_STEPS = 100_000;

export const creditsOf = (steps: number): number =>
  Math.min(Math.floor(steps / STEPS_PER_CREDIT), DAY_CAP_CREDITS);

/** The first of the days that WeChat knows. */
export const firstDayOf = (today: string): string => addDays(today, 1 - HISTORY_DAYS);

/** A day and a count as WeChat has opened them. */
export interface CountedDay {
  day: string;
  steps: number;
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= MOST_STEPS;

/** Seconds in which a day can begin: of what is no time at all `beijingDay` would throw. */
const isSecond = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) > 0 && (value as number) < 100_000_000_000;

function readItem(item: unknown): CountedDay[] {
  if (typeof item !== 'object' || item === null) return [];
  const { timestamp, step } = item as Record<string, unknown>;
  return isSecond(timestamp) && isCount(step) ? [{ day: beijingDay(timestamp * 1000), steps: step }] : [];
}

/** The days of WeChat's answer; null when it is none about steps. What is no day or no count in it is left out. */
export function countedDays(data: unknown): CountedDay[] | null {
  if (typeof data !== 'object' || data === null) return null;
  const { stepInfoList } = data as Record<string, unknown>;
  return Array.isArray(stepInfoList) ? stepInfoList.flatMap(readItem) : null;
}

/** What a rider's book becomes, and what is paid for it. */
export interface Judged {
  days: StepDay[];
  settledThroughDay: string | null;
  paidCredits: number;
  /** Of the paid days the first and last; null when nothing is paid. */
  paidDays: { first: string; last: string } | null;
  lowerDays: number;
}

/** The higher count of each day is the one that stands: of a day that comes twice, and of one that went backwards. */
function highest(known: readonly StepDay[], counted: readonly CountedDay[]): Map<string, number> {
  const marks = new Map<string, number>();
  for (const { day, steps } of [...known, ...counted]) marks.set(day, Math.max(steps, marks.get(day) ?? 0));
  return marks;
}

const later = (left: string | null, right: string): string => (left === null || right > left ? right : left);

/**
 * Raises the high-water mark of each day and pays the difference. No step is paid twice, in whatever order counts come:
 * a day's credits follow from its highest count, and a day that has left the book is settled for good. Days before the
 * ones that WeChat knows, settled ones and those of the future are passed over.
 */
export function judgeSteps(
  { days: known, settledThroughDay }: Pick<StepBook, 'days' | 'settledThroughDay'>,
  counted: readonly CountedDay[],
  today: string,
): Judged {
  const first = firstDayOf(today);
  const isOpen = (day: string): boolean =>
    day >= first && day <= today && (settledThroughDay === null || day > settledThroughDay);
  const fresh = counted.filter(({ day }) => isOpen(day));
  const credits = new Map(known.map(({ day, credits: paid }) => [day, paid]));
  const days = [...highest(known, fresh)]
    .filter(([day]) => day >= first)
    .map(([day, steps]) => ({ day, steps, credits: Math.max(creditsOf(steps), credits.get(day) ?? 0) }))
    .sort((left, right) => (left.day < right.day ? -1 : 1));
  const raised = days.filter(({ day, credits: now }) => now > (credits.get(day) ?? 0));
  const dropped = known.filter(({ day }) => day < first).map(({ day }) => day);
  const steps = new Map(known.map(one => [one.day, one.steps]));
  return {
    days,
    settledThroughDay: dropped.reduce(later, settledThroughDay),
    paidCredits: raised.reduce((sum, { day, credits: now }) => sum + now - (credits.get(day) ?? 0), 0),
    paidDays: raised.length === 0 ? null : { first: raised[0]!.day, last: raised.at(-1)!.day },
    lowerDays: fresh.filter(({ day, steps: now }) => now < (steps.get(day) ?? 0)).length,
  };
}

export const isSameBook = (left: readonly StepDay[], right: readonly StepDay[]): boolean =>
  left.length === right.length &&
  left.every(({ day, steps }, at) => day === right[at]?.day && steps === right[at]?.steps);
