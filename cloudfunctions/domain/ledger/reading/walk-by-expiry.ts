import type { Platform } from '../../../platform';
import type { Account } from '../account';
import { accounts } from '../store';

/** Where a walk along accounts by the month of their first expiry goes on. */
export interface ExpiryPlace {
  month: string;
  accountId: string;
}

export interface ExpiryWalk {
  /** Months between these, both left out. */
  above: string;
  below: string;
  after: ExpiryPlace | null;
  limit: number;
  fields: readonly string[];
}

/** Accounts by the month in which their first lots expire, then by name. One database call, two across months. */
export async function walkByExpiry(
  platform: Platform,
  { above, below, after, limit, fields }: ExpiryWalk,
): Promise<Account[]> {
  const find = (where: object, count: number): Promise<Account[]> =>
    platform.database.find(accounts, {
      where: { ...where },
      orderBy: [
        ['nextExpiryOn', 'asc'],
        ['_id', 'asc'],
      ],
      limit: count,
      fields: ['nextExpiryOn', ...fields],
    });
  const rest =
    after === null ? [] : await find({ nextExpiryOn: after.month, _id: { above: after.accountId } }, limit);
  if (rest.length === limit) return rest;
  const later = await find({ nextExpiryOn: { above: after?.month ?? above, below } }, limit - rest.length);
  return [...rest, ...later];
}
