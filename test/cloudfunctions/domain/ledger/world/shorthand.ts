import {
  credit,
  fundCampaign,
  holdCredits,
  manualCredit,
  payReward,
  poolIntake,
} from '../../../../../cloudfunctions/domain/ledger';
import type { Platform } from '../../../../../cloudfunctions/platform';
import { parameters, rider } from '../notation';

/** Use cases with everything that a test does not care about filled in; `world` is asked anew each time. */
export function shorthandFor(world: () => { platform: Platform; nowMs: number }, deadlineMs: number) {
  const shared = () => ({ parametersVersion: 1, nowMs: world().nowMs, reason: 'test', answer: () => null });
  const factsOf = (key: string, requestHash = `hash of ${key}`) => ({
    ...shared(),
    key,
    requestHash,
    reference: { type: 'order' as const, id: key },
    commitment: null,
  });

  const bonus = (amount: number, key = 'bonus', user = rider) =>
    manualCredit(world().platform, user, amount, factsOf(key), parameters);
  const ride = (amount: number, key = 'ride') => {
    const what = { kind: 'carbon' as const, origin: 'sz:2026-11', amount, source: 'mint:trip' };
    return credit(world().platform, rider, what, factsOf(key), parameters);
  };
  const hold = (amount: number, key = 'hold') =>
    holdCredits(world().platform, rider, { amount, deadlineMs }, factsOf(key));
  const fund = (amount: number, shardCount = 2) =>
    fundCampaign(world().platform, { campaignId: 'c', amount, shardCount }, factsOf('fund'));
  const pay = (amount: number, key = 'pay', user = rider) =>
    payReward(world().platform, { campaignId: 'c', accountId: user, amount }, factsOf(key), parameters);
  const intake = (amount: number) =>
    poolIntake(
      world().platform,
      { day: '2026-11-10', origin: 'sz:2026-11', amount, sealedOn: '2026-11-10' },
      shared(),
    );
  return { factsOf, shared, bonus, ride, hold, fund, pay, intake };
}
