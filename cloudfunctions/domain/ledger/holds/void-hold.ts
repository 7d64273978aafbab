import type { Platform } from '../../../platform';
import type { AccountBook } from '../account-book';
import { appendEntry } from '../append-entry';
import type { Entry } from '../entry';
import { inOneEntry } from '../in-one-entry';
import { timeOf } from '../open-account';
import { planVoidHold } from '../rules';
import type { DerivedFacts } from './post-hold';

/** The key under which a hold is voided, by whomever: there is one, so it is voided once. */
export const voidKey = (holdKey: string): string => `voided:${holdKey}`;

/** Of every request to void a hold, whoever makes it: whoever comes later gets the entry of the first. */
export const voidRequestHash = (platform: Platform, accountId: string, holdKey: string): string =>
  platform.keyedDigest('ledger-void-hold', JSON.stringify([accountId, holdKey]));

/** `voidHold`, or with `onlyLapsed` `lapseHold`, in a transaction of somebody else's. */
export async function voidHoldWithin(
  book: AccountBook,
  accountId: string,
  holdKey: string,
  facts: DerivedFacts & { requestHash: string },
  onlyLapsed = false,
): Promise<Entry> {
  const open = await book.open(accountId);
  const plan = planVoidHold(open.account, holdKey, timeOf(open, facts.nowMs), onlyLapsed);
  return appendEntry(book.transaction, [open], plan, {
    ...facts,
    key: voidKey(holdKey),
    reference: { type: 'hold', id: holdKey },
    commitment: null,
  });
}

function endHold(
  platform: Platform,
  accountId: string,
  holdKey: string,
  facts: DerivedFacts,
  onlyLapsed: boolean,
): Promise<Entry> {
  const requestHash = voidRequestHash(platform, accountId, holdKey);
  return inOneEntry(platform, { key: voidKey(holdKey), requestHash }, book =>
    voidHoldWithin(book, accountId, holdKey, { ...facts, requestHash }, onlyLapsed),
  );
}

/**
 * Gives the held lots back, the same ones: what is owed of their kind is repaid from them at once, and what expired
 * meanwhile does so now. Exactly once by the hold's key, however often and by whomever it is asked; 5 database calls.
 * Errors: `HOLD_CLOSED` when it has been posted.
 */
export const voidHold = (
  platform: Platform,
  accountId: string,
  holdKey: string,
  facts: DerivedFacts,
): Promise<Entry> => endHold(platform, accountId, holdKey, facts, false);

/** Voids a hold whose deadline has passed; before that it throws `RangeError`. The rest is `voidHold`. */
export const lapseHold = (
  platform: Platform,
  accountId: string,
  holdKey: string,
  facts: Omit<DerivedFacts, 'reason'>,
): Promise<Entry> => endHold(platform, accountId, holdKey, { ...facts, reason: 'hold-lapsed' }, true);
