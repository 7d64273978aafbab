import {
  type Entry,
  findShards,
  fundCampaign,
  holdCredits,
  manualCredit,
  payReward,
  postHold,
  readBalance,
  returnBudget,
  spendCredits,
  voidHold,
} from '../../../../cloudfunctions/domain/ledger';
import type { Platform } from '../../../../cloudfunctions/platform';
import type { Cloud } from '../../../../local/cloud';
import { connectEndpoint } from '../../../../local/ledger/endpoint-source';
import { readLedger } from '../../../../local/ledger/read-ledger';
import { verifyLedger } from '../../../../local/ledger/verify-ledger';
import { startTestCloud, stopTestClouds } from '../../../local/cloud/test-cloud';
import { connectSdk } from '../../../support/connect-sdk';
import { untilAnswered } from '../../../support/until-answered';
import { parameters } from './notation';
import { buildProbe } from './probe/build-probe';

/** Holds, rewards and everything else over several accounts, at once, on the real SDK against the endpoint. */
const rounds = process.env.SOAK ? 20 : 1;

let cloud: Cloud;
let platform: Platform;

// The SDK warns of requests that wait their turn; with many at once in one process many do.
beforeAll(() => void jest.spyOn(console, 'warn').mockImplementation());
beforeAll(async () => {
  cloud = await startTestCloud({ functionsFolder: buildProbe(), mostProcesses: 1 });
  platform = { ...(await connectSdk(cloud, {})), keyedDigest: (purpose, value) => `${purpose} ${value}` };
});
afterAll(stopTestClouds);

const shared = () => ({ parametersVersion: 1, nowMs: Date.now(), reason: 'test', answer: () => null });
const factsOf = (key: string) => ({
  ...shared(),
  key,
  requestHash: key,
  reference: { type: 'order' as const, id: key },
  commitment: null,
});
const times = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const deliver = <T>(request: () => Promise<T>): Promise<T | { code: string }> =>
  untilAnswered(request).catch(error => ({ code: String(error.code ?? error) }));

const isEntry = (said: Entry | { code: string }): said is Entry => '_id' in said;
const codesOf = (said: (Entry | { code: string })[]): string[] =>
  said.map(each => (isEntry(each) ? 'done' : each.code)).sort();

async function expectSound(): Promise<void> {
  const lines: string[] = [];
  for await (const line of readLedger(connectEndpoint(cloud.url))) lines.push(JSON.stringify(line));
  expect(await verifyLedger(lines)).toMatchObject({ faults: [], ok: true, ahead: 0 });
}

test('24 holds at once on credits for 10 are 10 holds, and nobody’s credits are below zero', async () => {
  for (const round of times(rounds)) {
    const account = `user:hold-${round}`;
    await manualCredit(platform, account, 10, factsOf(`gift-${round}`), parameters);
    const request = { amount: 1, deadlineMs: Date.now() + 3_600_000 };
    const said = await Promise.all(
      times(24).map(n => deliver(() => holdCredits(platform, account, request, factsOf(`h-${round}-${n}`)))),
    );
    expect(codesOf(said)).toEqual([...Array(14).fill('INSUFFICIENT_CREDITS'), ...Array(10).fill('done')]);
    expect((await readBalance(platform, account)).bonus).toMatchObject({ available: 0, held: 10 });
  }
  await expectSound();
});

test('a hold that is posted and voided at once, four times each, has one end', async () => {
  for (const round of times(5 * rounds)) {
    const account = `user:end-${round}`;
    const key = `end-${round}`;
    await manualCredit(platform, account, 5, factsOf(`endgift-${round}`), parameters);
    const request = { amount: 5, deadlineMs: Date.now() + 3_600_000 };
    await holdCredits(platform, account, request, factsOf(key));
    const posts = times(4).map(() =>
      deliver(() => postHold(platform, account, { key, bonusTo: 'merchant:m' }, shared())),
    );
    const voids = times(4).map(() => deliver(() => voidHold(platform, account, key, shared())));
    const said = await Promise.all([...posts, ...voids]);
    expect(codesOf(said)).toEqual([...Array(4).fill('HOLD_CLOSED'), ...Array(4).fill('done')]);
  }
  await expectSound();
});

test('24 rewards at once, each twice, from a budget for 20: 20 are paid, the last ones from what was stranded', async () => {
  for (const round of times(rounds)) {
    const campaignId = `c${round}`;
    const funding = { campaignId, amount: 101, shardCount: 8 };
    await fundCampaign(platform, funding, factsOf(`fund-${round}`));
    const rewards = times(24).flatMap(n => [n, n]);
    const said = await Promise.all(
      rewards.map(n => {
        const reward = { campaignId, accountId: `user:r-${n}`, amount: 5 };
        return deliver(() => payReward(platform, reward, factsOf(`pay-${round}-${n}`), parameters));
      }),
    );
    expect(codesOf(said)).toEqual([...Array(8).fill('BUDGET_EMPTY'), ...Array(40).fill('done')]);
    const budgets = (await findShards(platform, campaignId)).map(shard => shard.budget);
    expect(budgets.reduce((sum, budget) => sum + budget, 0)).toBe(1);
    const returned = await returnBudget(platform, campaignId, factsOf(`return-${round}`));
    expect(returned!.postings).toHaveLength(1);
  }
  await expectSound();
});

test('spending at one merchant at once from many riders reaches him once each', async () => {
  const riders = times(8).map(n => `user:shop-${n}`);
  for (const account of riders) await manualCredit(platform, account, 3, factsOf(`g-${account}`), parameters);
  const said = await Promise.all(
    riders.map(account =>
      deliver(() =>
        spendCredits(platform, account, { amount: 3, bonusTo: 'merchant:shop' }, factsOf(`s-${account}`)),
      ),
    ),
  );
  expect(codesOf(said)).toEqual(Array(8).fill('done'));
  expect((await readBalance(platform, 'merchant:shop')).bonus.available).toBe(24);
  await expectSound();
});
