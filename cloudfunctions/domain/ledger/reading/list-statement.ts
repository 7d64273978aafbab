import type { Conditions, Platform } from '../../../platform';
import type { Kind } from '../account';
import type { Entry } from '../entry';
import { entries } from '../store';

export interface StatementPage {
  /** Latest first. */
  entries: Entry[];
  /** Give it back for the next page; null at the end. */
  nextCursor: number | null;
}

/** Entries that move a kind; or that take credits of an earlier entry back. */
export type Show = Kind | 'taken-back';

const conditionsOf = (show: Show): Conditions =>
  show === 'taken-back' ? { 'reference.type': 'entry' } : { 'postings.kind': show };

/** A page of an account's entries before number `cursor` (from the latest on when null). One database call. */
export async function listStatement(
  platform: Platform,
  accountId: string,
  page: { cursor: number | null; limit: number; show?: Show | undefined },
): Promise<StatementPage> {
  const found = await platform.database.find(entries, {
    where: {
      account: accountId,
      ...(page.cursor !== null && { seq: { below: page.cursor } }),
      ...(page.show && conditionsOf(page.show)),
    },
    orderBy: [['seq', 'desc']],
    limit: page.limit + 1,
  });
  const shown = found.slice(0, page.limit);
  return { entries: shown, nextCursor: found.length > page.limit ? shown.at(-1)!.seq : null };
}
