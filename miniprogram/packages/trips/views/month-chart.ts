import { thousands } from '../../../views/amounts';
import type { LedgerYear } from '../services/statement';

type Month = LedgerYear['months'][number];

/** A month as a station of the year's line, with what came as a bar above it and what left as one below. */
export interface MonthBar {
  month: string;
  name: string;
  /** Heights in percent of the room above and below the line. */
  carbon: number;
  bonus: number;
  left: number;
  isNow: boolean;
  /** The line has not come there yet. */
  isAhead: boolean;
}

/** A month in words. */
export interface MonthRow {
  month: string;
  name: string;
  entries: string;
  received: string;
  left: string;
  /** Nothing happened in it, so that it leads nowhere. */
  isStill: boolean;
  label: string;
}

export interface YearChart {
  bars: MonthBar[];
  /** How much of the height belongs to what left, in percent; 0 where nothing did. */
  below: number;
  /** Latest first, from the month of the account's beginning to this one. */
  rows: MonthRow[];
  /** The whole year in one line. */
  received: string;
  left: string;
  /** What somebody hears in place of the picture. */
  label: string;
}

const receivedIn = ({ carbon, bonus }: Month): number => carbon.received + bonus.received;
const leftIn = ({ carbon, bonus }: Month): number => carbon.left + bonus.left;
const nameOf = (month: string): string => `${Number(month.slice(5))}月`;

/** A part that is there is seen, however small it is beside the others. */
const SMALLEST_PERCENT = 4;
/** What left is given this much of the height at least, so that it can be seen at all. */
const LEAST_BELOW = 12;

const percentOf = (amount: number, most: number): number =>
  amount === 0 ? 0 : Math.max(SMALLEST_PERCENT, Math.round((100 * amount) / most));

function barOf(
  month: Month,
  { mostReceived, mostLeft, thisMonth }: { mostReceived: number; mostLeft: number; thisMonth: string },
): MonthBar {
  const bonus = percentOf(month.bonus.received, mostReceived);
  return {
    month: month.month,
    name: String(Number(month.month.slice(5))),
    carbon: Math.min(percentOf(month.carbon.received, mostReceived), 100 - bonus),
    bonus,
    left: percentOf(leftIn(month), mostLeft),
    isNow: month.month === thisMonth,
    isAhead: month.month > thisMonth,
  };
}

function rowOf(month: Month): MonthRow {
  const [received, left] = [receivedIn(month), leftIn(month)];
  const words = {
    entries: month.entries === 0 ? '没有变动' : `${month.entries} 笔`,
    received: received === 0 ? '' : `+${thousands(received)}`,
    left: left === 0 ? '' : `−${thousands(left)}`,
  };
  const name = nameOf(month.month);
  const label = [
    name,
    words.entries,
    received > 0 && `收入 ${thousands(received)}`,
    left > 0 && `支出 ${thousands(left)}`,
  ];
  return {
    month: month.month,
    name,
    ...words,
    isStill: month.entries === 0,
    label: label.filter(Boolean).join('，'),
  };
}

function labelOf(months: readonly Month[], year: string): string {
  const most = months.reduce((best, month) => (receivedIn(month) > receivedIn(best) ? month : best));
  if (receivedIn(most) === 0) return `${year}年每月积分图，还没有收入`;
  return `${year}年每月积分图，收入最多的是${nameOf(most.month)}，${thousands(receivedIn(most))} 积分`;
}

/** @param today `2026-11-12` */
export function viewYear({ firstDay, months }: LedgerYear, today: string): YearChart {
  const [thisMonth, firstMonth] = [today.slice(0, 7), (firstDay ?? today).slice(0, 7)];
  const mostReceived = Math.max(0, ...months.map(receivedIn));
  const mostLeft = Math.max(0, ...months.map(leftIn));
  const sum = (of: (month: Month) => number): string =>
    thousands(months.reduce((all, month) => all + of(month), 0));
  return {
    bars: months.map(month => barOf(month, { mostReceived, mostLeft, thisMonth })),
    below:
      mostLeft === 0 ? 0 : Math.max(LEAST_BELOW, Math.round((100 * mostLeft) / (mostReceived + mostLeft))),
    rows: months
      .filter(({ month }) => month >= firstMonth && month <= thisMonth)
      .map(rowOf)
      .reverse(),
    received: sum(receivedIn),
    left: sum(leftIn),
    label: labelOf(months, months[0]!.month.slice(0, 4)),
  };
}

/** The years from the account's first one to this one. */
export function yearsOf(firstDay: string | null, today: string): { first: number; last: number } {
  return { first: Number((firstDay ?? today).slice(0, 4)), last: Number(today.slice(0, 4)) };
}
