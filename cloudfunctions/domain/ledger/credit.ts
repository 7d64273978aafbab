import type { Platform } from '../../platform';
import { closeAccount, type EntryFacts, openAccount, postCredit } from './book';
import type { Entry } from './entry';
import { once } from './once';
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
  once(platform, facts.key, facts.requestHash, async transaction => {
    const open = await openAccount(transaction, accountId);
    const entry = await postCredit(transaction, open, what, facts, parameters);
    await closeAccount(transaction, open);
    return entry;
  });
