import { type Account, isUserAccount, NO_ORIGIN } from './account';
import { sumOf } from './lots';
import type { Credit } from './rules';

/** Factor set and vintage month, `sz-2021:2026-11`. */
const CARBON_ORIGIN = /.:\d{4}-(0[1-9]|1[0-2])$/;

const isOriginOf = ({ kind, origin }: Credit): boolean =>
  kind === 'bonus' ? origin === NO_ORIGIN : CARBON_ORIGIN.test(origin);

/** A credit that breaks an invariant is a mistake of the caller's code, not of a person: throws `RangeError`. */
export function checkCredit(account: Account, credit: Credit): void {
  const { amount, kind, origin } = credit;
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new RangeError(`not a positive integer: ${amount}`);
  if (!isOriginOf(credit)) throw new RangeError(`${origin} is no origin of ${kind}`);
  // Only a user's lots expire and settle; other guarded accounts will get credits of their own form.
  if (!isUserAccount(account._id)) throw new RangeError(`${account._id} is no user's account`);
}

/** Answers the account when everything it adds up is an exact integer, below 2^53; else throws `RangeError`. */
export function exactSums(account: Account): Account {
  const sums = [
    sumOf([...account.lots, ...account.holds.flatMap(hold => hold.lots)]),
    sumOf(account.debts),
    ...Object.values(account.carbonByVintage),
  ];
  if (!sums.every(Number.isSafeInteger)) throw new RangeError(`the sums of ${account._id} are too large`);
  return account;
}
