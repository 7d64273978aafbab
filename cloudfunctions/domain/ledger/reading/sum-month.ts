import type { Platform } from '../../../platform';
import { endOfMonthMs, startOfDayMs } from '../../../platform/beijing-time';
import { type Kind, kinds } from '../account';
import type { Entry } from '../entry';
import { sumOf } from '../plans/lots';
import { walkEntries } from './walk-entries';

/** Credits of one kind that came to the account and that left it; what is set aside leaves, and comes back by a void. */
export interface Movement {
  received: number;
  left: number;
}

export type MonthSum = Record<Kind, Movement>;

export const nothingMoved = (): MonthSum =>
  Object.fromEntries(kinds.map(kind => [kind, { received: 0, left: 0 }])) as MonthSum;

/** Adds what an entry moved of the account to `sum`. */
export function addMovement(sum: MonthSum, account: string, { postings }: Pick<Entry, 'postings'>): void {
  for (const { source, destination, kind, lots } of postings) {
    if (destination === account) sum[kind].received += sumOf(lots);
    if (source === account) sum[kind].left += sumOf(lots);
  }
}

/**
 * What came and went in a Beijing month, by the time of the entries. Their difference is the change of what is
 * available, except for credits that expired. One database call a thousand entries.
 */
export async function sumMonth(platform: Platform, account: string, month: string): Promise<MonthSum> {
  const sum = nothingMoved();
  const span = { fromMs: startOfDayMs(`${month}-01`), belowMs: endOfMonthMs(month) };
  for await (const entry of walkEntries(platform, account, span)) addMovement(sum, account, entry);
  return sum;
}
