import type { Conditions, Platform } from '../../../platform';
import type { Kind } from '../account';
import type { Entry } from '../entry';
import { entries } from '../store';
import type { Span } from './walk-entries';

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

/** Times never decrease along an account's numbers, so that both indexes give the same order. */
const orderOf = (span: Span | undefined): readonly (readonly [string, 'desc'])[] =>
  span === undefined
    ? [['seq', 'desc']]
    : [
        ['atMs', 'desc'],
        ['seq', 'desc'],
      ];

/**
 * A page of an account's entries before number `cursor` (from the latest on when null), of that span only where one is
 * given. One database call.
 */
export async function listStatement(
  platform: Platform,
  accountId: string,
  page: { cursor: number | null; limit: number; show?: Show | undefined; span?: Span | undefined },
): Promise<StatementPage> {
  const { cursor, limit, show, span } = page;
  const found = await platform.database.find(entries, {
    where: {
      account: accountId,
      ...(cursor !== null && { seq: { below: cursor } }),
      ...(show && conditionsOf(show)),
      ...(span && { atMs: { from: span.fromMs, below: span.belowMs } }),
    },
    orderBy: orderOf(span),
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  return { entries: shown, nextCursor: found.length > limit ? shown.at(-1)!.seq : null };
}
