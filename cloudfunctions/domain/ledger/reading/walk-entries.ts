import type { Platform } from '../../../platform';
import type { Entry } from '../entry';
import { entries } from '../store';

/** From the first of these milliseconds up to, and without, the second. */
export interface Span {
  fromMs: number;
  belowMs: number;
}

/** A person has some sixty entries a month; a second page is for accounts of another size. */
const PAGE_LIMIT = 1_000;

const pageOf = (
  platform: Platform,
  account: string,
  { fromMs, belowMs }: Span,
  below: number,
): Promise<Entry[]> =>
  platform.database.find(entries, {
    where: { account, atMs: { from: fromMs, below: belowMs }, seq: { below } },
    orderBy: [
      ['atMs', 'desc'],
      ['seq', 'desc'],
    ],
    limit: PAGE_LIMIT,
    fields: ['seq', 'atMs', 'postings'],
  });

/** What an account's entries of a span moved, latest first. One database call a thousand entries. */
export async function* walkEntries(
  platform: Platform,
  account: string,
  span: Span,
): AsyncGenerator<Pick<Entry, 'seq' | 'atMs' | 'postings'>> {
  for (let below = Number.MAX_SAFE_INTEGER; ; ) {
    const page = await pageOf(platform, account, span, below);
    yield* page;
    if (page.length < PAGE_LIMIT) return;
    below = page.at(-1)!.seq;
  }
}
