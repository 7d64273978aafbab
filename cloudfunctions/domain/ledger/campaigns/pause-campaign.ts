import type { Platform } from '../../../platform';
import { accounts } from '../store';
import { findShards } from './find-shards';

/**
 * Copies onto a campaign's shards that it is paused, or that it is not: a reward that is being paid at the same time
 * writes the same document, so one of the two comes second and sees the other. 1 database call and up to 4 a shard.
 */
export async function pauseCampaign(platform: Platform, campaignId: string, paused: boolean): Promise<void> {
  for (const { _id: id } of await findShards(platform, campaignId)) {
    await platform.database.transact(async transaction => {
      const shard = await transaction.get(accounts, id);
      if ((shard?.paused ?? false) !== paused) await transaction.update(accounts, id, { paused });
    });
  }
}
