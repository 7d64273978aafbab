import type { EarningMonth } from '../../../services/earning';
import { thousands } from '../../../views/amounts';
import { comparisonText } from '../../../views/comparison';
import { incentiveNames } from '../../../views/source-words';
import { modeName } from '../../../views/trip';
import { monthName } from './chosen-month';

/** A part of a whole as a line of that length, with words at both of its sides. */
export interface ShareRow {
  key: string;
  name: string;
  detail: string;
  value: string;
  /** Length in percent of the longest. */
  percent: number;
  label: string;
}

/** A day as a bar upon the month's line. */
export interface DayBar {
  day: string;
  /** Every seventh has one, and the first; the others would stand too close. */
  name: string;
  /** Height in percent of the greatest day. */
  percent: number;
  isAhead: boolean;
}

export interface EarningMonthView {
  title: string;
  grams: string;
  trips: string;
  comparison: string;
  days: DayBar[];
  daysLabel: string;
  modes: ShareRow[];
  incentives: ShareRow[];
  bonus: string;
  /** There was no signed ride, so that there is nothing to draw. */
  hasRides: boolean;
  isEmpty: boolean;
}

/** What is there is seen, however little it is beside the others. */
const SMALLEST_PERCENT = 3;
const DAYS_A_WEEK = 7;

const percentOf = (amount: number, most: number): number =>
  amount === 0 ? 0 : Math.max(SMALLEST_PERCENT, Math.round((100 * amount) / most));

const dateOf = (day: string): number => Number(day.slice(8));

function daysOf({ today, rides }: EarningMonth): DayBar[] {
  const most = Math.max(0, ...rides.byDay.map(({ grams }) => grams));
  return rides.byDay.map(({ day, grams }) => ({
    day,
    name: dateOf(day) % DAYS_A_WEEK === 1 ? String(dateOf(day)) : '',
    percent: percentOf(grams, most),
    isAhead: day > today,
  }));
}

function daysLabelOf({ rides }: EarningMonth, title: string): string {
  const most = rides.byDay.reduce((best, day) => (day.grams > best.grams ? day : best));
  if (most.grams === 0) return `${title}每日减排图，还没有减排`;
  return `${title}每日减排图，${rides.days} 天有出行，最多的是${dateOf(most.day)}日，${thousands(most.grams)} 克`;
}

function modesOf({ rides: { modes } }: EarningMonth): ShareRow[] {
  const most = Math.max(0, ...modes.map(({ grams }) => grams));
  return modes.map(({ mode, trips, grams }) => {
    const words = { name: modeName(mode), detail: `${thousands(trips)} 趟`, value: `${thousands(grams)} 克` };
    const label = `${words.name}，${words.detail}，减排 ${words.value}`;
    return { key: mode, ...words, percent: percentOf(grams, most), label };
  });
}

function incentivesOf({ incentives }: EarningMonth): ShareRow[] {
  const most = Math.max(0, ...incentives.map(({ credits }) => credits));
  return incentives.map(({ source, times, credits }) => {
    const { name, unit } = incentiveNames[source];
    const words = { name, detail: `${thousands(times)} ${unit}`, value: `+${thousands(credits)}` };
    const label = `${name}，${words.detail}，奖励 ${thousands(credits)} 积分`;
    return { key: source, ...words, percent: percentOf(credits, most), label };
  });
}

/** A month by way of travelling, and beside it what paid without a signature. */
export function viewEarningMonth(read: EarningMonth): EarningMonthView {
  const { month, rides, incentives } = read;
  const title = monthName(month);
  const hasRides = rides.trips > 0;
  return {
    title,
    grams: thousands(rides.grams),
    trips: `${thousands(rides.trips)} 趟`,
    comparison: comparisonText(rides.grams),
    days: daysOf(read),
    daysLabel: daysLabelOf(read, title),
    modes: modesOf(read),
    incentives: incentivesOf(read),
    bonus: thousands(incentives.reduce((sum, { credits }) => sum + credits, 0)),
    hasRides,
    isEmpty: !hasRides && incentives.length === 0,
  };
}
