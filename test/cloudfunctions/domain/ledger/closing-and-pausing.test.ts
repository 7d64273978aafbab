import {
  type Account,
  closeUser,
  fundCampaign,
  pauseCampaign,
  payReward,
  readAccount,
  returnBudget,
  reverseEntry,
  spendCredits,
} from '../../../../cloudfunctions/domain/ledger';
import type { Platform } from '../../../../cloudfunctions/platform';
import { beijing, rider } from './notation';
import { verifyStore } from './world/check-world';
import { shorthandFor } from './world/shorthand';
import { plainFate, SimulatedDatabase, SimulatedStore } from './world/simulated-database';

/** What comes to an account, a shard or a pool that has meanwhile been closed, paused or numbered. */
const startMs = beijing('2026-11-10 08:00');
const DAY_MS = 86_400_000;
let store: SimulatedStore;
let database: SimulatedDatabase;
let platform: Platform;
let nowMs: number;

beforeEach(() => {
  store = new SimulatedStore();
  nowMs = startMs;
  database = new SimulatedDatabase(store, plainFate);
  const keyedDigest = (...parts: string[]) => parts.join(' ');
  platform = { database, nowMs: () => nowMs, keyedDigest } as unknown as Platform;
});

afterEach(async () => {
  const { faults, equations } = await verifyStore(store);
  expect([faults, equations.filter(({ holds }) => !holds)]).toEqual([[], []]);
});

const { factsOf, shared, bonus, ride, fund, pay, intake } = shorthandFor(
  () => ({ platform, nowMs }),
  startMs + DAY_MS,
);
const refused = (code: string) => expect.objectContaining({ code });
const shards = () => store.all<Account>('ledger_accounts').filter(({ _id }) => _id.startsWith('campaign:'));
const pausedShards = () => shards().map(({ paused = false }) => paused);

describe('a rider’s account that is closed', () => {
  test('takes nothing any more, however long it has been on its way', async () => {
    await fund(8);
    await bonus(5);
    await closeUser(platform, rider, shared());
    await expect(ride(3)).rejects.toEqual(refused('ACCOUNT_CLOSED'));
    await expect(pay(3)).rejects.toEqual(refused('ACCOUNT_CLOSED'));
    await expect(bonus(3, 'more')).rejects.toEqual(refused('ACCOUNT_CLOSED'));
    await expect(reverseEntry(platform, 'bonus', shared())).rejects.toEqual(refused('ACCOUNT_CLOSED'));
    expect((await readAccount(platform, rider))!.seq).toBe(2);
  });

  test('was closed without an entry when there was nothing in it, or no account at all', async () => {
    await bonus(5);
    await spendCredits(platform, rider, { amount: 5, bonusTo: 'sink:donated' }, factsOf('spend'));
    for (const account of [rider, 'user:nobody']) {
      expect(await closeUser(platform, account, shared())).toBeNull();
      expect(await closeUser(platform, account, shared())).toBeNull();
      await expect(bonus(1, `for ${account}`, account)).rejects.toEqual(refused('ACCOUNT_CLOSED'));
    }
  });

  test('still answers for what it did before', async () => {
    const given = await bonus(5);
    const closed = await closeUser(platform, rider, shared());
    expect(await bonus(5)).toEqual(given);
    expect(await closeUser(platform, rider, shared())).toEqual(closed);
  });

  test('a ride that is credited at the same moment comes before or is refused', async () => {
    await bonus(5);
    const [closed, ridden] = await Promise.allSettled([closeUser(platform, rider, shared()), ride(3)]);
    expect(closed.status).toBe('fulfilled');
    const { lots } = (await readAccount(platform, rider))!;
    expect(lots).toEqual([]);
    if (ridden.status === 'rejected') expect(ridden.reason).toEqual(refused('ACCOUNT_CLOSED'));
  });
});

describe('a campaign that is paused', () => {
  const topUp = (amount: number, shardCount: number) =>
    fundCampaign(platform, { campaignId: 'c', amount, shardCount }, factsOf(`top up ${shardCount}`));

  test('pays nothing out of shards that it gets meanwhile', async () => {
    await fund(8, 2);
    await pauseCampaign(platform, 'c', true);
    await topUp(16, 8);
    expect(pausedShards()).toEqual(Array(8).fill(true));
    await expect(pay(1)).rejects.toEqual(refused('CAMPAIGN_PAUSED'));
    await pauseCampaign(platform, 'c', false);
    expect((await pay(1)).account).toBe(rider);
  });

  test('is paused as a whole, whenever shards are added while it is being paused', async () => {
    for (let turns = 0; turns < 12; turns += 1) {
      store = new SimulatedStore();
      let calls = 0;
      const late = new SimulatedDatabase(store, plainFate);
      const fate = {
        ...plainFate,
        turn: async () => {
          calls += 1;
          if (calls === turns) await topUpBy(late);
        },
      };
      const topUpBy = (by: SimulatedDatabase) =>
        fundCampaign(
          { ...platform, database: by } as unknown as Platform,
          { campaignId: 'c', amount: 16, shardCount: 8 },
          factsOf('top up'),
        );
      database = new SimulatedDatabase(store, plainFate);
      platform = { ...platform, database } as unknown as Platform;
      await fund(8, 2);
      const pausing = { ...platform, database: new SimulatedDatabase(store, fate) } as unknown as Platform;
      await pauseCampaign(pausing, 'c', true);
      expect(pausedShards().every(Boolean)).toBe(true);
    }
  });
});

test('a campaign is not called empty by the last of many looks alone', async () => {
  await fund(8);
  const torn = shards().map(({ _id }) => ({ _id, lots: [] }));
  const find = database.find.bind(database);
  let looks = 0;
  jest.spyOn(database, 'find').mockImplementation(async (collection, request) => {
    looks += 1;
    return looks % 2 === 0 ? (torn as never) : find(collection, request);
  });
  const lease = { _id: 'c', number: 1, untilMs: nowMs + DAY_MS };
  store.apply(new Map([['ledger_leases/c', JSON.stringify(lease)]]));
  const request = { campaignId: 'c', accountId: rider, amount: 8 };
  const paying = payReward(platform, request, factsOf('pay'), {
    version: 1,
    expiryMonths: 24,
    reversalWindowDays: 7,
    lotLimit: 128,
  });
  await expect(paying).rejects.toEqual(refused('TRY_AGAIN'));
});

test('a reward that is taken back after the budget was returned is returned by another return', async () => {
  await fund(8);
  await pay(3);
  await returnBudget(platform, 'c', factsOf('return'));
  await reverseEntry(platform, 'pay', shared());
  const left = await returnBudget(platform, 'c', factsOf('return the rest'));
  expect(left!.postings.flatMap(({ lots }) => lots.map(({ amount }) => amount))).toEqual([3]);
  expect(shards().flatMap(({ lots }) => lots)).toEqual([]);
});

describe('a reversal', () => {
  async function pooled(): Promise<void> {
    await ride(9);
    nowMs += 8 * DAY_MS;
    await spendCredits(platform, rider, { amount: 6, bonusTo: 'sink:donated' }, factsOf('spend'));
    await intake(6);
  }

  test('of a ride comes at any time: what has gone to the pool meanwhile is owed', async () => {
    await pooled();
    nowMs += 40 * DAY_MS;
    const { postings, balanceAfter } = await reverseEntry(platform, 'ride', shared());
    expect(postings.map(({ source, lots }) => [source, lots[0]!.amount])).toEqual([
      [rider, 3],
      ['debt:r', 6],
    ]);
    expect(balanceAfter.carbon).toMatchObject({ available: 0, debt: 6 });
  });

  test.each([
    ['grams that came into a pool', async () => pooled(), 'pooled:sz:2026-11:2026-11-10:2026-11-10'],
    ['a campaign’s budget', async () => void (await fund(8)), 'fund'],
    [
      'a reversal',
      async () => void (await ride(5).then(() => reverseEntry(platform, 'ride', shared()))),
      'reversal:ride',
    ],
  ])('of %s is a mistake of the caller, and moves nothing', async (_, before, key) => {
    await before();
    const contents = store.contents();
    await expect(reverseEntry(platform, key, shared())).rejects.toThrow(RangeError);
    expect(store.contents()).toBe(contents);
  });
});
