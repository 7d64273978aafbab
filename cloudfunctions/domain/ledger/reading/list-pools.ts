import type { Platform, Transaction } from '../../../platform';
import type { Account } from '../account';
import { merchantAccount, poolAccount } from '../account-names';
import { RETIRED } from '../retire';
import { accounts, type PoolSerials, poolSerials } from '../store';

/** One for each factor set and month: more than sixty years of one set. */
const MOST_POOLS = 1_000;

/** Every pool, by origin: how many grams came in and left. One database call. */
export const listPools = (platform: Platform): Promise<Pick<Account, '_id' | 'serials'>[]> =>
  platform.database.find(accounts, {
    // `;` comes right after `:`.
    where: { _id: { above: poolAccount(''), below: 'pool;' } },
    orderBy: [['_id', 'asc']],
    limit: MOST_POOLS,
    fields: ['serials'],
  });

/** More than a city has of them. */
const MOST_MERCHANTS = 1_000;

/** Every merchant's account. One database call. */
export const listMerchants = (platform: Platform): Promise<Account[]> =>
  platform.database.find(accounts, {
    where: { _id: { above: merchantAccount(''), below: 'merchant;' } },
    orderBy: [['_id', 'asc']],
    limit: MOST_MERCHANTS,
  });

/** How many grams ever came into a pool, which is their last number, and how many have left. */
export type PoolCounts = NonNullable<Account['serials']>;

/** Those of one pool as a transaction sees them; null where nothing came in yet. One database call. */
export const readPoolWithin = async (
  reader: Pick<Transaction, 'get'>,
  origin: string,
): Promise<PoolCounts | null> => (await reader.get(accounts, poolAccount(origin)))?.serials ?? null;

/**
 * Numbers that were retired, before an instant where one is given, the latest first. Two of the same millisecond would
 * be told apart by no page's end; each waits for people who agree. One database call.
 */
export const listRetired = (platform: Platform, limit: number, before?: number): Promise<PoolSerials[]> =>
  platform.database.find(poolSerials, {
    where: { counterpart: RETIRED, ...(before !== undefined && { atMs: { below: before } }) },
    orderBy: [['atMs', 'desc']],
    limit,
  });
