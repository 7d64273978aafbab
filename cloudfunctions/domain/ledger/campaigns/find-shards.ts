import type { Platform } from '../../../platform';
import type { Account } from '../account';
import { shardPrefix } from '../account-names';
import { sumOf } from '../plans/lots';
import { accounts } from '../store';

/** What one of a campaign's shards can pay. */
export interface Shard {
  _id: string;
  budget: number;
  paused: boolean;
}

/** More would not fit into one transaction at ease, and no campaign is that busy. */
export const MOST_SHARDS = 64;

export const budgetOf = ({ lots }: Pick<Account, 'lots'>): number => sumOf(lots);

/** A campaign's shards by number, as they are at about this moment. One database call. */
export async function findShards(platform: Platform, campaignId: string): Promise<Shard[]> {
  const prefix = shardPrefix(campaignId);
  const found = await platform.database.find(accounts, {
    where: { _id: { from: prefix, below: `${prefix}:` } },
    orderBy: [['_id', 'asc']],
    limit: MOST_SHARDS,
    fields: ['lots', 'paused'],
  });
  return found.map(({ _id, lots, paused = false }) => ({ _id, budget: budgetOf({ lots }), paused }));
}
