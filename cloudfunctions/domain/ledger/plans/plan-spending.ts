import { Refusal } from '../../../contract/errors';
import { type Account, type Hold, type Kind, kinds, type Lot } from '../account';
import { heldAccount } from '../account-names';
import { checkAmount } from '../checks';
import type { Posting } from '../entry';
import { postingsOfLeaving } from './leaving';
import { isUsable, mergeLots, orderOfSpending, postedLots, type Taking, takeLots } from './lots';
import type { Plan } from './plan';

/** What a rider gives for something. */
export interface Spending {
  amount: number;
  /** Only credits of these kinds; of both when left out. */
  kinds?: readonly Kind[] | undefined;
}

export const MOST_HOLDS = 20;

/** Errors: `DEBT_FIRST`, `INSUFFICIENT_CREDITS`. */
function takeInOrder(account: Account, spending: Spending, atMs: number): Taking {
  const { amount, kinds: allowed = kinds } = spending;
  checkAmount(amount);
  if (account.debts.length > 0) throw new Refusal('DEBT_FIRST');
  const eligible = (lot: Lot): boolean => allowed.includes(lot.kind) && isUsable(lot, atMs);
  const taking = takeLots(mergeLots(account.lots, atMs), amount, eligible, orderOfSpending(atMs));
  if (taking.shortfall > 0) throw new Refusal('INSUFFICIENT_CREDITS', { missing: taking.shortfall });
  return taking;
}

/** Credits that leave at once: bonus to `bonusTo`, carbon to the pool's intake. */
export function planSpending(account: Account, spending: Spending, bonusTo: string, atMs: number): Plan {
  const { taken, left } = takeInOrder(account, spending, atMs);
  return {
    postings: postingsOfLeaving(taken, account._id, bonusTo, atMs),
    account: { ...account, lots: left },
  };
}

function postingsOfHold(account: Account, lots: readonly Lot[]): Posting[] {
  return kinds
    .map(kind => ({
      source: account._id,
      destination: heldAccount(account._id),
      kind,
      lots: postedLots(lots.filter(lot => lot.kind === kind)),
    }))
    .filter(posting => posting.lots.length > 0);
}

/** Sets credits aside. Errors: `DEBT_FIRST`, `TOO_MANY_HOLDS`, `HOLD_EXPIRED`, `INSUFFICIENT_CREDITS`. */
export function planHold(
  account: Account,
  spending: Spending,
  terms: Omit<Hold, 'lots'>,
  atMs: number,
): Plan {
  if (!Number.isSafeInteger(terms.deadlineMs)) throw new RangeError(`no time: ${terms.deadlineMs}`);
  if (account.debts.length > 0) throw new Refusal('DEBT_FIRST');
  if (account.holds.length >= MOST_HOLDS) throw new Refusal('TOO_MANY_HOLDS', { limit: MOST_HOLDS });
  if (terms.deadlineMs < atMs) throw new Refusal('HOLD_EXPIRED');
  const { taken, left } = takeInOrder(account, spending, atMs);
  const hold: Hold = { ...terms, lots: taken };
  return {
    postings: postingsOfHold(account, taken),
    account: { ...account, lots: left, holds: [...account.holds, hold] },
  };
}
