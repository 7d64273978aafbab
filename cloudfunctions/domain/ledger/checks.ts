import { type Account, type Kind, NO_ORIGIN } from './account';
import { isUserAccount } from './account-names';
import type { Posting } from './entry';
import { sumOf } from './plans/lots';

/** Factor set and vintage month, `sz-2021:2026-11`. */
const CARBON_ORIGIN = /.:\d{4}-(0[1-9]|1[0-2])$/;

const isOriginOf = (kind: Kind, origin: string): boolean =>
  kind === 'bonus' ? origin === NO_ORIGIN : CARBON_ORIGIN.test(origin);

/** An amount that is none is a mistake of the caller's code, not of a person: throws `RangeError`. */
export function checkAmount(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new RangeError(`not a positive integer: ${amount}`);
}

export function checkOrigin(kind: Kind, origin: string): void {
  if (!isOriginOf(kind, origin)) throw new RangeError(`${origin} is no origin of ${kind}`);
}

/** A credit that breaks an invariant is a mistake of the caller's code as well: throws `RangeError`. */
export function checkCredit(
  account: Account,
  { amount, kind, origin }: { amount: number; kind: Kind; origin: string },
): void {
  checkAmount(amount);
  checkOrigin(kind, origin);
  // Only a user's lots expire and settle; other guarded accounts get credits by `moveCredits`.
  if (!isUserAccount(account._id)) throw new RangeError(`${account._id} is no user's account`);
}

/** The last look before an entry is written: an entry moves something, in positive integers. Throws `RangeError`. */
export function checkPostings(postings: readonly Posting[]): void {
  if (postings.length === 0) throw new RangeError('an entry without postings');
  for (const { source, destination, lots } of postings) {
    if (source === destination || lots.length === 0) throw new RangeError(`${source} to ${destination}`);
    for (const { amount } of lots) checkAmount(amount);
  }
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
