import type { Platform } from '../../platform';
import { NO_ORIGIN } from './account';
import type { AccountBook } from './account-book';
import type { EntryFacts } from './append-entry';
import { postCredit } from './book';
import type { Entry } from './entry';
import { inOneEntry } from './in-one-entry';
import type { LedgerParameters } from './rules';

/** `manualCredit` in a transaction of somebody else's. */
export const manualCreditWithin = async (
  book: AccountBook,
  accountId: string,
  amount: number,
  facts: EntryFacts,
  parameters: LedgerParameters,
): Promise<Entry> => {
  const what = { kind: 'bonus' as const, origin: NO_ORIGIN, amount, source: 'mint:manual' };
  return postCredit(book.transaction, await book.open(accountId), what, facts, parameters);
};

/**
 * Bonus that staff credit to a rider; who may, and who has agreed, is for others to know. Never carbon: a gram comes from
 * a ride. Exactly once by `facts.key`; 5 database calls. Errors: `IDEMPOTENCY_CONFLICT`, `LOT_LIMIT`.
 */
export const manualCredit = (
  platform: Platform,
  accountId: string,
  amount: number,
  facts: EntryFacts,
  parameters: LedgerParameters,
): Promise<Entry> =>
  inOneEntry(platform, facts, book => manualCreditWithin(book, accountId, amount, facts, parameters));
