import type { Platform } from '../../../platform';
import { beijingMonth, endOfMonthMs, monthsOfYear, startOfDayMs } from '../../../platform/beijing-time';
import { addMovement, type MonthSum, nothingMoved } from './sum-month';
import { walkEntries } from './walk-entries';

export interface YearMonth extends MonthSum {
  month: string;
  entries: number;
}

/**
 * What came and went in each month of a Beijing year, January first, as `sumMonth` counts it. One database call a
 * thousand entries of the year.
 */
export async function sumYear(platform: Platform, account: string, year: number): Promise<YearMonth[]> {
  const names = monthsOfYear(year);
  const months = new Map(names.map(month => [month, { month, entries: 0, ...nothingMoved() }]));
  const span = { fromMs: startOfDayMs(`${names[0]}-01`), belowMs: endOfMonthMs(names.at(-1)!) };
  for await (const entry of walkEntries(platform, account, span)) {
    const month = months.get(beijingMonth(entry.atMs))!;
    month.entries += 1;
    addMovement(month, account, entry);
  }
  return [...months.values()];
}
