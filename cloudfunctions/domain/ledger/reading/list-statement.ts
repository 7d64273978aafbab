import type { Conditions, Platform } from '../../../platform';
import type { Kind } from '../account';
import type { Entry } from '../entry';
import { entries } from '../store';
import type { Span } from './walk-entries';

/** A part of a statement. */
export interface PageOf<Item> {
  /** Latest first. */
  entries: Item[];
  /** Give it back for the next page; null at the end. */
  nextCursor: number | null;
}

export type StatementPage = PageOf<Entry>;

const shownFields = [
  'account',
  'seq',
  'reason',
  'reference',
  'postings',
  'balanceAfter',
  'atMs',
  'day',
] as const satisfies (keyof Entry)[];

/** What people read of an entry: half of what it weighs, without hashes and the stored answer. */
export type ShownEntry = Pick<Entry, '_id' | (typeof shownFields)[number]>;

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

export interface PageRequest {
  /** Entries before this number; from the latest on when null. */
  cursor: number | null;
  limit: number;
  show?: Show | undefined;
  span?: Span | undefined;
}

async function readPage(
  platform: Platform,
  accountId: string,
  { cursor, limit, show, span }: PageRequest,
  fields?: readonly string[],
): Promise<StatementPage> {
  const found = await platform.database.find(entries, {
    where: {
      account: accountId,
      ...(cursor !== null && { seq: { below: cursor } }),
      ...(show && conditionsOf(show)),
      ...(span && { atMs: { from: span.fromMs, below: span.belowMs } }),
    },
    orderBy: orderOf(span),
    limit: limit + 1,
    ...(fields && { fields }),
  });
  const shown = found.slice(0, limit);
  return { entries: shown, nextCursor: found.length > limit ? shown.at(-1)!.seq : null };
}

/** A page of an account's entries, as they were written. One database call. */
export const listStatement = (
  platform: Platform,
  accountId: string,
  page: PageRequest,
): Promise<StatementPage> => readPage(platform, accountId, page);

/** The same, for who only shows them. One database call. */
export const listShownEntries = (
  platform: Platform,
  accountId: string,
  page: PageRequest,
): Promise<PageOf<ShownEntry>> => readPage(platform, accountId, page, shownFields);
