import type { Platform } from '../../platform';
import type { AccountBook } from './account-book';
import { poolAccount } from './account-names';
import type { EntryFacts } from './append-entry';
import type { Entry } from './entry';
import { inOneEntry } from './in-one-entry';
import { moveCreditsWithin } from './move-credits';

export const RETIRED = 'sink:retired';

/** Consecutive grams of one pool. */
export interface Retirement {
  origin: string;
  amount: number;
}

/** `retire` in a transaction of somebody else's. */
export const retireWithin = (
  book: AccountBook,
  { origin, amount }: Retirement,
  facts: Omit<EntryFacts, 'reason'>,
): Promise<Entry> => {
  const move = { source: poolAccount(origin), destination: RETIRED, kind: 'carbon' as const, origin, amount };
  return moveCreditsWithin(book, [move], { ...facts, reason: 'retired' });
};

/**
 * Takes grams of one origin out of the world, for good: those that came into the pool first, by their numbers, which are
 * in the entry and in `pool_serials`. Exactly once by `facts.key`; 6 database calls. Errors: `INSUFFICIENT_CREDITS`,
 * `IDEMPOTENCY_CONFLICT`.
 */
export const retire = (
  platform: Platform,
  what: Retirement,
  facts: Omit<EntryFacts, 'reason'>,
): Promise<Entry> => inOneEntry(platform, facts, book => retireWithin(book, what, facts));
