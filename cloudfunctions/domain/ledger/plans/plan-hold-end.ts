import { Refusal } from '../../../contract/errors';
import { type Account, type Hold, kinds, type Lot } from '../account';
import { heldAccount } from '../account-names';
import type { Posting } from '../entry';
import { postingsOfLeaving } from './leaving';
import { isUsable, mergeLots, postedLots } from './lots';
import type { Plan } from './plan';
import { repayDebts } from './repay-debts';

/** Where expired bonus goes; expired carbon goes to the pool's intake. */
export const EXPIRED = 'sink:expired';

/** Errors: `HOLD_CLOSED` when it has been posted or voided. */
function holdOf(account: Account, key: string): Hold {
  const hold = account.holds.find(open => open.key === key);
  if (!hold) throw new Refusal('HOLD_CLOSED', { key });
  return hold;
}

const without = (account: Account, closed: Hold): Account => ({
  ...account,
  holds: account.holds.filter(hold => hold !== closed),
});

export const isPastDeadline = (hold: Hold, atMs: number): boolean => atMs > hold.deadlineMs;

/**
 * The held lots leave for good, also those whose month has passed meanwhile, and whatever the rider owes by now.
 * Errors: `HOLD_CLOSED`, `HOLD_EXPIRED`.
 */
export function planPostHold(account: Account, key: string, bonusTo: string, atMs: number): Plan {
  const hold = holdOf(account, key);
  if (isPastDeadline(hold, atMs)) throw new Refusal('HOLD_EXPIRED', { key });
  const postings = postingsOfLeaving(hold.lots, heldAccount(account._id), bonusTo, atMs);
  return { postings, account: without(account, hold) };
}

function postingsOfReturn(account: Account, lots: readonly Lot[]): Posting[] {
  return kinds
    .map(kind => ({
      source: heldAccount(account._id),
      destination: account._id,
      kind,
      lots: postedLots(lots.filter(lot => lot.kind === kind)),
    }))
    .filter(posting => posting.lots.length > 0);
}

/**
 * The same lots come back and repay what is owed of their kind; those whose month has passed expire at once.
 * Errors: `HOLD_CLOSED`. With `onlyLapsed`, throws `RangeError` before the deadline.
 */
export function planVoidHold(account: Account, key: string, atMs: number, onlyLapsed: boolean): Plan {
  const hold = holdOf(account, key);
  if (onlyLapsed && !isPastDeadline(hold, atMs)) throw new RangeError(`${key} has not lapsed`);
  const usable = hold.lots.filter(lot => isUsable(lot, atMs));
  const expired = hold.lots.filter(lot => !isUsable(lot, atMs));
  const postings = [
    ...postingsOfReturn(account, usable),
    ...postingsOfLeaving(expired, heldAccount(account._id), EXPIRED, atMs),
  ];
  const returned = { ...without(account, hold), lots: mergeLots([...account.lots, ...usable], atMs) };
  return kinds.reduce((plan, kind) => repayDebts(plan, kind, atMs), { postings, account: returned });
}
