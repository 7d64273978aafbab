/**
 * A cloud function that trades: the ledger's use cases for campaigns, holds and merchants, on the real SDK. The endpoint's
 * log says what a call has cost.
 */
import {
  fundCampaign,
  holdCredits,
  manualCredit,
  payReward,
  postHold,
  requirePayingOut,
  spendCredits,
  userAccount,
  voidHold,
} from '../../../cloudfunctions/domain/ledger';
import { cloudPlatform } from '../../../cloudfunctions/platform/cloud-platform';
import { sampleFacts, sampleParameters } from './sample-credit';

export type TradeOrder =
  | { do: 'fund'; campaigns: readonly string[]; shardCount: number; amount: number }
  | { do: 'reward'; name: string; rewards: number; callers: number; campaigns: readonly string[] }
  /** One use case by itself, of one rider; the key is that of a hold where there is one. */
  | { do: 'gift' | 'hold' | 'post' | 'void' | 'redeem' | 'nothing'; rider: string; key: string };

export interface TradeReport {
  /** What was given up. */
  failures: string[];
}

const RIDERS = 10_000;
const REWARD = 5;
const SHOP = 'merchant:shop';
const HOUR_MS = 3_600_000;

const platform = cloudPlatform();
const factsOf = (key: string) => sampleFacts(key, platform.nowMs());
const chosen = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;

async function fund({ campaigns, shardCount, amount }: TradeOrder & { do: 'fund' }): Promise<void> {
  for (const campaignId of campaigns)
    await fundCampaign(platform, { campaignId, amount, shardCount }, factsOf(`fund:${campaignId}`));
}

async function reward(order: TradeOrder & { do: 'reward' }): Promise<string[]> {
  const failures: string[] = [];
  let next = 0;
  const call = async (): Promise<void> => {
    while (next < order.rewards) {
      next += 1;
      const rider = String(Math.floor(Math.random() * RIDERS)).padStart(6, '0');
      const what = {
        campaignId: chosen(order.campaigns),
        accountId: userAccount(`reward-${rider}`),
        amount: REWARD,
      };
      const facts = factsOf(`reward:bench:${order.name}:${next}`);
      await payReward(platform, what, facts, sampleParameters).catch(error => failures.push(String(error)));
    }
  };
  await Promise.all(Array.from({ length: order.callers }, call));
  return failures;
}

const single = (
  verb: 'gift' | 'hold' | 'post' | 'void' | 'redeem' | 'nothing',
  rider: string,
  key: string,
) => {
  const account = userAccount(rider);
  const facts = factsOf(key);
  switch (verb) {
    case 'gift':
      return manualCredit(platform, account, 1_000, facts, sampleParameters);
    case 'hold':
      return holdCredits(platform, account, { amount: 10, deadlineMs: facts.nowMs + HOUR_MS }, facts);
    case 'post':
      return postHold(platform, account, { key, bonusTo: SHOP }, facts);
    case 'void':
      return voidHold(platform, account, key, facts);
    case 'redeem':
      return spendCredits(platform, account, { amount: 10, bonusTo: SHOP }, facts);
    case 'nothing':
      // Whether paying out goes on is asked once a minute by each process.
      return requirePayingOut(platform);
  }
};

export async function main(order: TradeOrder): Promise<TradeReport> {
  if (order.do === 'reward') return { failures: await reward(order) };
  if (order.do === 'fund') await fund(order);
  else await single(order.do, order.rider, order.key);
  return { failures: [] };
}
