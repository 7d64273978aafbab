import type { Platform } from '../../../platform';
import { accounts } from '../store';
import { findShards } from './find-shards';

const setPaused = (platform: Platform, id: string, paused: boolean): Promise<void> =>
  platform.database.transact(async transaction => {
    const shard = await transaction.get(accounts, id);
    if ((shard?.paused ?? false) !== paused) await transaction.update(accounts, id, { paused });
  });

/**
 * Copies onto a campaign's shards that it is paused, or that it is not: a reward that is being paid at the same time
 * writes the same document, so one of the two comes second and sees the other. Looks again until all shards say so, for
 * a funding at the same time may add some. 2 database calls and up to 4 a shard.
 */
export async function pauseCampaign(platform: Platform, campaignId: string, paused: boolean): Promise<void> {
  for (;;) {
    const others = (await findShards(platform, campaignId)).filter(shard => shard.paused !== paused);
    if (others.length === 0) return;
    for (const { _id: id } of others) await setPaused(platform, id, paused);
  }
}
