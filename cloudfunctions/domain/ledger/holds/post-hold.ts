import type { Platform } from '../../../platform';
import type { AccountBook } from '../account-book';
import { guardedAccountOf } from '../account-names';
import { appendEntry, type EntryFacts } from '../append-entry';
import type { Entry } from '../entry';
import { inOneEntry } from '../in-one-entry';
import { type OpenAccount, timeOf } from '../open-account';
import { requirePayingOut } from '../paying-out';
import { planPostHold } from '../rules';

/** What is known of an entry whose key, request and reference follow from what it is about. */
export type DerivedFacts = Omit<EntryFacts, 'key' | 'requestHash' | 'reference' | 'commitment'>;

/** The key under which a hold is posted: there is one, so it is posted once. */
export const postKey = (holdKey: string): string => `posted:${holdKey}`;

const holdsBonus = ({ account }: OpenAccount, holdKey: string): boolean =>
  account.holds.some(({ key, lots }) => key === holdKey && lots.some(lot => lot.kind === 'bonus'));

/** `postHold` in a transaction of somebody else's, who has asked whether paying out goes on. */
export async function postHoldWithin(
  book: AccountBook,
  accountId: string,
  hold: { key: string; bonusTo: string },
  facts: DerivedFacts & { requestHash: string },
): Promise<Entry> {
  const opens = [await book.open(accountId)];
  const isGuarded = guardedAccountOf(hold.bonusTo) !== null;
  if (isGuarded && holdsBonus(opens[0]!, hold.key)) opens.push(await book.open(hold.bonusTo));
  const plan = planPostHold(opens[0]!.account, hold.key, hold.bonusTo, timeOf(opens, facts.nowMs));
  return appendEntry(book.transaction, opens, plan, {
    ...facts,
    key: postKey(hold.key),
    reference: { type: 'hold', id: hold.key },
    commitment: null,
  });
}

/**
 * The held credits leave for good: bonus to `bonusTo` (a merchant, or a sink), carbon to the pool's intake. Exactly once
 * by the hold's key; 5 database calls, 7 with a merchant. Errors: `HOLD_CLOSED` when it has been voided, `HOLD_EXPIRED`
 * after its deadline, `PAYING_OUT_STOPPED`, `IDEMPOTENCY_CONFLICT` when it was posted to somebody else.
 */
export const postHold = (
  platform: Platform,
  accountId: string,
  hold: { key: string; bonusTo: string },
  facts: DerivedFacts,
): Promise<Entry> => {
  const requestHash = platform.keyedDigest(
    'ledger-post-hold',
    JSON.stringify([accountId, hold.key, hold.bonusTo]),
  );
  return inOneEntry(platform, { key: postKey(hold.key), requestHash }, async book => {
    await requirePayingOut(platform);
    return postHoldWithin(book, accountId, hold, { ...facts, requestHash });
  });
};
