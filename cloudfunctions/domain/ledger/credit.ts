import type { Platform } from '../../platform';
import type { EntryFacts } from './append-entry';
import { postCredit } from './book';
import type { Entry } from './entry';
import { inOneEntry } from './in-one-entry';
import type { Credit, LedgerParameters } from './rules';

/**
 * Credits an account by one entry of its own: start, get, add, update, commit. Repetitions of `facts.key` get the
 * entry that the first delivery wrote. Errors: `IDEMPOTENCY_CONFLICT`, `LOT_LIMIT`.
 */
export const credit = (
  platform: Platform,
  accountId: string,
  what: Credit,
  facts: EntryFacts,
  parameters: LedgerParameters,
): Promise<Entry> =>
  inOneEntry(platform, facts, async book =>
    postCredit(book.transaction, await book.open(accountId), what, facts, parameters),
  );
