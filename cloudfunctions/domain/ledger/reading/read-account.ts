import type { Platform } from '../../../platform';
import type { Account } from '../account';
import { accounts } from '../store';

/** An account's document: lots, holds, debts, number and head; null before its first entry. One database call. */
export const readAccount = (platform: Platform, accountId: string): Promise<Account | null> =>
  platform.database.get(accounts, accountId);
