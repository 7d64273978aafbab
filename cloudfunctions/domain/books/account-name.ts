import type { Platform } from '../../platform';
import { userAccount } from '../ledger';
import { findRiderByNumber } from '../riders';

const USER = 'user:';
const RIDER_NUMBER = /^[0-9a-z]{8,26}$/;

/** The rider of an account's name; null for any other account. */
export const riderOf = (accountId: string): string | null =>
  accountId.startsWith(USER) ? accountId.slice(USER.length) : null;

/** What a person types as it is meant: `user:7k3f…` and `7k3f…` are the rider whose number begins so. */
const numberIn = (typed: string): string | null => {
  const number = riderOf(typed) ?? typed;
  return RIDER_NUMBER.test(number) && (typed.startsWith(USER) || !typed.includes(':')) ? number : null;
};

/**
 * The full name of the account that was asked for; null for a rider whom there is not. `INVALID_INPUT` where two riders'
 * numbers begin so. One database call, none for an account that is no rider's.
 */
export async function fullAccountName(platform: Platform, typed: string): Promise<string | null> {
  const number = numberIn(typed);
  if (number === null) return typed;
  const rider = await findRiderByNumber(platform, number);
  return rider && userAccount(rider.uid);
}
