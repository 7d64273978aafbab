import type { Platform } from '../../platform';
import type { Entry } from './entry';
import { entries } from './store';

export interface StatementPage {
  /** Latest first. */
  entries: Entry[];
  /** Give it back for the next page; null at the end. */
  nextCursor: number | null;
}

/** A page of an account's entries before number `cursor` (from the latest on when null). One database call. */
export async function listStatement(
  platform: Platform,
  accountId: string,
  page: { cursor: number | null; limit: number },
): Promise<StatementPage> {
  const found = await platform.database.find(entries, {
    where: { account: accountId, ...(page.cursor !== null && { seq: { below: page.cursor } }) },
    orderBy: [['seq', 'desc']],
    limit: page.limit + 1,
  });
  const shown = found.slice(0, page.limit);
  return { entries: shown, nextCursor: found.length > page.limit ? shown.at(-1)!.seq : null };
}
