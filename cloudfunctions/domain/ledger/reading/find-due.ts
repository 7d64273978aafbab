import type { Platform } from '../../../platform';
import { beijingMonth } from '../../../platform/beijing-time';
import type { Account } from '../account';
import { isPastDeadline } from '../rules';
import { accounts } from '../store';
import { type ExpiryPlace, walkByExpiry } from './walk-by-expiry';

/** Holds of a rider that may only be voided any more. */
export interface LapsedHolds {
  accountId: string;
  holdKeys: string[];
  /** The earliest of their deadlines. */
  deadlineMs: number;
}

/** A month of a rider's lots that has passed. */
export interface ExpiredMonth {
  accountId: string;
  month: string;
}

/**
 * Riders with holds past their deadline, the longest past first, of those whose earliest deadline is after `afterMs`:
 * who could not be helped is passed by, and who has the very same deadline waits for the next look. One database call.
 */
export async function findLapsedHolds(
  platform: Platform,
  limit: number,
  afterMs = 0,
): Promise<LapsedHolds[]> {
  const nowMs = platform.nowMs();
  const found = await platform.database.find(accounts, {
    where: { nextDeadlineMs: { above: afterMs, below: nowMs } },
    orderBy: [
      ['nextDeadlineMs', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
    fields: ['holds', 'nextDeadlineMs'],
  });
  const keysOf = ({ holds }: Account): string[] =>
    holds.filter(hold => isPastDeadline(hold, nowMs)).map(({ key }) => key);
  return found.map(account => ({
    accountId: account._id,
    holdKeys: keysOf(account),
    deadlineMs: account.nextDeadlineMs!,
  }));
}

/**
 * Riders with lots of a month that has passed, the earliest month first, behind `after`; who has lots of several is
 * found again. One or two database calls.
 */
export async function findExpiredMonths(
  platform: Platform,
  limit: number,
  after: ExpiryPlace | null = null,
): Promise<ExpiredMonth[]> {
  const below = beijingMonth(platform.nowMs());
  const found = await walkByExpiry(platform, { above: '', below, after, limit, fields: [] });
  return found.map(({ _id, nextExpiryOn }) => ({ accountId: _id, month: nextExpiryOn! }));
}
