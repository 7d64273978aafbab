import type { Platform } from '../../platform';
import type { AccountBook } from './account-book';
import { guardedAccountOf } from './account-names';
import { appendEntry, type EntryFacts } from './append-entry';
import type { Entry } from './entry';
import { inOneEntry } from './in-one-entry';
import { timeOf } from './open-account';
import { requirePayingOut } from './paying-out';
import { planSpending, type Spending } from './rules';

export interface SpendRequest extends Spending {
  /** Whom bonus goes to: a merchant, or a sink. Carbon goes to the pool's intake. */
  bonusTo: string;
}

/** `spendCredits` in a transaction of somebody else's, who has asked whether paying out goes on. */
export async function spendCreditsWithin(
  book: AccountBook,
  accountId: string,
  { bonusTo, ...spending }: SpendRequest,
  facts: EntryFacts,
): Promise<Entry> {
  const opens = [await book.open(accountId)];
  const takesBonus = spending.kinds?.includes('bonus') ?? true;
  if (takesBonus && guardedAccountOf(bonusTo) !== null) opens.push(await book.open(bonusTo));
  const plan = planSpending(opens[0]!.account, spending, bonusTo, timeOf(opens, facts.nowMs));
  return appendEntry(book.transaction, opens, plan, facts);
}

/**
 * A rider gives credits for good and at once, in the order of spending. Exactly once by `facts.key`; 5 database calls,
 * 7 with a merchant. Errors: `DEBT_FIRST`, `INSUFFICIENT_CREDITS`, `PAYING_OUT_STOPPED`, `IDEMPOTENCY_CONFLICT`.
 */
export const spendCredits = (
  platform: Platform,
  accountId: string,
  request: SpendRequest,
  facts: EntryFacts,
): Promise<Entry> =>
  inOneEntry(platform, facts, async book => {
    await requirePayingOut(platform);
    return spendCreditsWithin(book, accountId, request, facts);
  });
