import type { Platform, Transaction } from '../../../platform';
import type { Entry } from '../entry';
import { accounts, entries } from '../store';

/** The entries of up to a thousand keys, in no order; keys without one are left out. One database call. */
export const readEntries = (platform: Platform, keys: readonly string[]): Promise<Entry[]> =>
  keys.length === 0
    ? Promise.resolve([])
    : platform.database.find(entries, { where: { _id: { oneOf: keys } }, limit: keys.length });

/** Whether an entry of this key is there, as a transaction sees it. One database call. */
export const hasEntry = async (reader: Pick<Transaction, 'get'>, key: string): Promise<boolean> =>
  (await reader.get(entries, key)) !== null;

/** Whether nothing can come to the account any more, because its rider's data is deleted. One database call. */
export const isClosed = async (reader: Pick<Transaction, 'get'>, accountId: string): Promise<boolean> =>
  (await reader.get(accounts, accountId))?.isClosed === true;
