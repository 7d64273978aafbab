import type { Platform } from '../../../platform';
import type { AccountBook } from '../account-book';
import { appendEntry, type EntryFacts } from '../append-entry';
import type { Entry } from '../entry';
import { inOneEntry } from '../in-one-entry';
import { timeOf } from '../open-account';
import { requirePayingOut } from '../paying-out';
import { planHold, type Spending } from '../rules';

export interface HoldRequest extends Spending {
  /** The last millisecond at which the hold may be posted. */
  deadlineMs: number;
}

/** `holdCredits` in a transaction of somebody else's, who has asked whether paying out goes on. */
export async function holdCreditsWithin(
  book: AccountBook,
  accountId: string,
  { deadlineMs, ...spending }: HoldRequest,
  facts: EntryFacts,
): Promise<Entry> {
  const open = await book.open(accountId);
  const terms = { key: facts.key, deadlineMs, reference: facts.reference };
  const plan = planHold(open.account, spending, terms, timeOf(open, facts.nowMs));
  return appendEntry(book.transaction, [open], { ...plan, deadlineMs }, facts);
}

/**
 * Sets credits of a rider aside, in the order of spending, for what `facts.reference` names. The hold's key is the
 * entry's. Exactly once by `facts.key`; 5 database calls. Errors: `DEBT_FIRST`, `TOO_MANY_HOLDS` (20 are open),
 * `HOLD_EXPIRED` (the deadline has passed already), `INSUFFICIENT_CREDITS`, `PAYING_OUT_STOPPED`, `IDEMPOTENCY_CONFLICT`.
 */
export const holdCredits = (
  platform: Platform,
  accountId: string,
  request: HoldRequest,
  facts: EntryFacts,
): Promise<Entry> =>
  inOneEntry(platform, facts, async book => {
    await requirePayingOut(platform);
    return holdCreditsWithin(book, accountId, request, facts);
  });
