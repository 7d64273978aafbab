import type { Platform } from '../../../platform';
import type { Account } from '../account';
import { poolAccount } from '../account-names';
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

/** The latest numbers that were retired, the latest first. One database call. */
export const listRetired = (platform: Platform, limit: number): Promise<PoolSerials[]> =>
  platform.database.find(poolSerials, {
    where: { counterpart: RETIRED },
    orderBy: [['atMs', 'desc']],
    limit,
  });
