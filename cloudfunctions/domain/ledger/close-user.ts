import type { Platform } from '../../platform';
import type { AccountBook } from './account-book';
import { uidOf } from './account-names';
import { appendEntry } from './append-entry';
import type { Entry } from './entry';
import type { DerivedFacts } from './holds/post-hold';
import { inOneEntry } from './in-one-entry';
import { type OpenAccount, timeOf } from './open-account';
import { type Plan, planClosing } from './rules';

type ClosingFacts = Omit<DerivedFacts, 'reason'>;

/** There is one, so an account is closed once. */
export const closingKey = (accountId: string): string => `closed:${uidOf(accountId)}`;

/** `closeUser` in a transaction of somebody else's. */
export async function closeUserWithin(
  book: AccountBook,
  accountId: string,
  facts: ClosingFacts & { requestHash: string },
): Promise<Entry | null> {
  const open = await book.open(accountId);
  if (open.account.isClosed) return null;
  const plan = planClosing(open.account, timeOf(open, facts.nowMs));
  const entry = plan && (await appendClosing(book, open, plan, facts));
  open.account = { ...open.account, isClosed: true };
  return entry;
}

const appendClosing = (
  book: AccountBook,
  open: OpenAccount,
  plan: Plan,
  facts: ClosingFacts & { requestHash: string },
): Promise<Entry> =>
  appendEntry(book.transaction, [open], plan, {
    ...facts,
    key: closingKey(open.account._id),
    reason: 'closed',
    reference: { type: 'account', id: open.account._id },
    commitment: null,
  });

/**
 * The last entry of a rider whose data is deleted: holds are void, carbon goes to the pool's intake, bonus to
 * `sink:deleted`, debts to `sink:written-off`. The account's document says so, also when there was none before: a ride
 * or reward that was on its way is refused with `ACCOUNT_CLOSED`. Exactly once; null when there is nothing left to book.
 * 5 database calls.
 */
export function closeUser(platform: Platform, accountId: string, facts: ClosingFacts): Promise<Entry | null> {
  const requestHash = platform.keyedDigest('ledger-close', accountId);
  return inOneEntry(platform, { key: closingKey(accountId), requestHash }, book =>
    closeUserWithin(book, accountId, { ...facts, requestHash }),
  );
}
