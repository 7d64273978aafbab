import type { Platform } from '../../../platform';
import { beijingMonth } from '../../../platform/beijing-time';
import type { Account } from '../account';
import { isPastDeadline } from '../rules';
import { accounts } from '../store';

/** Holds of a rider that may only be voided any more. */
export interface LapsedHolds {
  accountId: string;
  holdKeys: string[];
}

/** A month of a rider's lots that has passed. */
export interface ExpiredMonth {
  accountId: string;
  month: string;
}

/**
 * Riders with holds past their deadline, the longest past first. Who is done with is found no more, so the next call is
 * the next page. One database call.
 */
export async function findLapsedHolds(platform: Platform, limit: number): Promise<LapsedHolds[]> {
  const nowMs = platform.nowMs();
  const found = await platform.database.find(accounts, {
    where: { nextDeadlineMs: { below: nowMs } },
    orderBy: [
      ['nextDeadlineMs', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
    fields: ['holds'],
  });
  const keysOf = ({ holds }: Account): string[] =>
    holds.filter(hold => isPastDeadline(hold, nowMs)).map(({ key }) => key);
  return found.map(account => ({ accountId: account._id, holdKeys: keysOf(account) }));
}

/**
 * Riders with lots of a month that has passed, the earliest month first; who has lots of several is found again. One
 * database call.
 */
export async function findExpiredMonths(platform: Platform, limit: number): Promise<ExpiredMonth[]> {
  const found = await platform.database.find(accounts, {
    where: { nextExpiryOn: { below: beijingMonth(platform.nowMs()) } },
    orderBy: [
      ['nextExpiryOn', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
    fields: ['nextExpiryOn'],
  });
  return found.map(({ _id, nextExpiryOn }) => ({ accountId: _id, month: nextExpiryOn! }));
}
