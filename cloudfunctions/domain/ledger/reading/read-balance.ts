import type { Platform } from '../../../platform';
import { balanceOf, balanceSeenAt, emptyBalance } from '../balance';
import type { Balance } from '../entry';
import { accounts, entries } from '../store';

/** The balance now; all zero for an account without entries. One database call. */
export async function readBalance(platform: Platform, accountId: string): Promise<Balance> {
  const account = await platform.database.get(accounts, accountId);
  return account ? balanceOf(account, Math.max(platform.nowMs(), account.updatedAtMs)) : emptyBalance();
}

/**
 * The balance at an instant, entries of that very millisecond excluded, lots expired by then left out: with a
 * Beijing midnight, what the rider held when the day began. One database call.
 */
export async function readBalanceAt(platform: Platform, accountId: string, atMs: number): Promise<Balance> {
  const [latest] = await platform.database.find(entries, {
    where: { account: accountId, atMs: { below: atMs } },
    orderBy: [
      ['atMs', 'desc'],
      ['seq', 'desc'],
    ],
    limit: 1,
    fields: ['balanceAfter'],
  });
  return latest ? balanceSeenAt(latest.balanceAfter, atMs) : emptyBalance();
}
