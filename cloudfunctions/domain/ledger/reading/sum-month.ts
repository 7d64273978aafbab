import type { Platform } from '../../../platform';
import { endOfMonthMs, startOfDayMs } from '../../../platform/beijing-time';
import { type Kind, kinds } from '../account';
import { guardedAccountOf } from '../account-names';
import type { Entry } from '../entry';
import { sumOf } from '../plans/lots';
import { walkEntries } from './walk-entries';

/** Credits of one kind that came to the account and that left it; what is set aside is still the account's own. */
export interface Movement {
  received: number;
  left: number;
}

export type MonthSum = Record<Kind, Movement>;

export const nothingMoved = (): MonthSum =>
  Object.fromEntries(kinds.map(kind => [kind, { received: 0, left: 0 }])) as MonthSum;

/**
 * Whether a name stands for something of the account's own: what it has, has set aside or owes. `conversion:` stands
 * between what a rider has and owes, and nothing stays there.
 */
const isOwn = (name: string, account: string): boolean =>
  guardedAccountOf(name) === account || name.startsWith('conversion:');

/** Adds what an entry moved into the account or out of it to `sum`; what it moved within the account is neither. */
export function addMovement(sum: MonthSum, account: string, { postings }: Pick<Entry, 'postings'>): void {
  for (const { source, destination, kind, lots } of postings) {
    const [isFromOwn, isToOwn] = [isOwn(source, account), isOwn(destination, account)];
    if (isToOwn && !isFromOwn) sum[kind].received += sumOf(lots);
    if (isFromOwn && !isToOwn) sum[kind].left += sumOf(lots);
  }
}

/**
 * What came and went in a Beijing month, by the time of the entries. Their difference is the change of what
 * is available and held, less what is owed; what expired leaves when it is booked out. One database call a thousand
 * entries.
 */
export async function sumMonth(platform: Platform, account: string, month: string): Promise<MonthSum> {
  const sum = nothingMoved();
  const span = { fromMs: startOfDayMs(`${month}-01`), belowMs: endOfMonthMs(month) };
  for await (const entry of walkEntries(platform, account, span)) addMovement(sum, account, entry);
  return sum;
}
