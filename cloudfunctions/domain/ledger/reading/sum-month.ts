import type { Platform } from '../../../platform';
import { endOfMonthMs, startOfDayMs } from '../../../platform/beijing-time';
import { type Kind, kinds } from '../account';
import type { Entry } from '../entry';
import { sumOf } from '../plans/lots';
import { entries } from '../store';

/** Credits of one kind that came to the account and that left it; what is set aside leaves, and comes back by a void. */
export interface Movement {
  received: number;
  left: number;
}

export type MonthSum = Record<Kind, Movement>;

/** A person has some sixty entries a month; a second page is for accounts of another size. */
const PAGE_LIMIT = 1_000;

function add(sum: MonthSum, account: string, { postings }: Pick<Entry, 'postings'>): void {
  for (const { source, destination, kind, lots } of postings) {
    if (destination === account) sum[kind].received += sumOf(lots);
    if (source === account) sum[kind].left += sumOf(lots);
  }
}

/** The entries of a Beijing month, latest first, before number `below`. */
const pageOf = (platform: Platform, account: string, month: string, below: number): Promise<Entry[]> =>
  platform.database.find(entries, {
    where: {
      account,
      atMs: { from: startOfDayMs(`${month}-01`), below: endOfMonthMs(month) },
      seq: { below },
    },
    orderBy: [
      ['atMs', 'desc'],
      ['seq', 'desc'],
    ],
    limit: PAGE_LIMIT,
    fields: ['seq', 'postings'],
  });

/**
 * What came and went in a Beijing month, by the time of the entries. Their difference is the change of what is
 * available, except for credits that expired. One database call a thousand entries.
 */
export async function sumMonth(platform: Platform, account: string, month: string): Promise<MonthSum> {
  const sum = Object.fromEntries(kinds.map(kind => [kind, { received: 0, left: 0 }])) as MonthSum;
  for (let below = Number.MAX_SAFE_INTEGER; ; ) {
    const page = await pageOf(platform, account, month, below);
    for (const entry of page) add(sum, account, entry);
    if (page.length < PAGE_LIMIT) return sum;
    below = page.at(-1)!.seq;
  }
}
