import {
  type Account,
  closeUser,
  type Entry,
  expireLots,
  findExpiredMonths,
  findLapsedHolds,
  findShards,
  fundCampaign,
  holdCredits,
  lapseHold,
  listDay,
  mergeShards,
  moveCredits,
  pauseCampaign,
  postHold,
  readAccount,
  readBalance,
  readPayingOut,
  requirePayingOut,
  retire,
  returnBudget,
  reverseEntry,
  setPayingOut,
  settleMerchant,
  spendCredits,
  voidHold,
} from '../../../../cloudfunctions/domain/ledger';
import type { Platform } from '../../../../cloudfunctions/platform';
import { beijing, rider } from './notation';
import { verifyStore } from './world/check-world';
import { shorthandFor } from './world/shorthand';
import { plainFate, SimulatedDatabase, SimulatedStore } from './world/simulated-database';

const startMs = beijing('2026-11-10 08:00');
const DAY_MS = 86_400_000;
let store: SimulatedStore;
let nowMs: number;
let database: SimulatedDatabase;
let platform: Platform;

beforeEach(() => {
  store = new SimulatedStore();
  nowMs = startMs;
  database = new SimulatedDatabase(store, plainFate);
  platform = {
    database,
    nowMs: () => nowMs,
    keyedDigest: (...parts: string[]) => parts.join(' '),
  } as unknown as Platform;
});

afterEach(async () => {
  const { faults, equations } = await verifyStore(store);
  expect([faults, equations.filter(({ holds }) => !holds)]).toEqual([[], []]);
});

const { factsOf, shared, bonus, ride, hold, fund, pay, intake } = shorthandFor(
  () => ({ platform, nowMs }),
  startMs + DAY_MS,
);
const budgets = async () => (await findShards(platform, 'c')).map(shard => shard.budget);
const refused = (code: string) => expect.objectContaining({ code });
const toShop = { key: 'hold', bonusTo: 'merchant:m' };

/** Carbon that has left the rider and waits in today's intake. */
async function spent(amount: number): Promise<void> {
  await ride(amount);
  nowMs += 8 * DAY_MS;
  await spendCredits(platform, rider, { amount, bonusTo: 'sink:donated' }, factsOf('spend'));
}

describe('database calls, the paying-out brake known', () => {
  const spend = (bonusTo: string) => spendCredits(platform, rider, { amount: 5, bonusTo }, factsOf('spend'));
  const later = () => (nowMs = beijing('2028-12-01 00:00'));

  test.each<[string, number, () => Promise<unknown>, () => Promise<unknown>]>([
    ['credit', 5, () => bonus(1), () => ride(5)],
    ['spend to a sink', 5, () => bonus(9), () => spend('sink:donated')],
    ['spend at a merchant', 7, () => bonus(9), () => spend('merchant:m')],
    ['hold', 5, () => bonus(9), () => hold(5)],
    ['post carbon', 5, () => ride(9).then(() => hold(5)), () => postHold(platform, rider, toShop, shared())],
    ['post bonus', 7, () => bonus(9).then(() => hold(5)), () => postHold(platform, rider, toShop, shared())],
    ['void', 5, () => bonus(9).then(() => hold(5)), () => voidHold(platform, rider, 'hold', shared())],
    ['expire', 5, () => bonus(9).then(later), () => expireLots(platform, rider, '2028-11', shared())],
    ['reverse', 6, () => ride(9), () => reverseEntry(platform, 'ride', shared())],
    ['reverse a reward', 8, () => fund(9).then(() => pay(3)), () => reverseEntry(platform, 'pay', shared())],
    ['fund two shards', 7, async () => undefined, () => fund(9)],
    ['reward', 8, () => fund(9), () => pay(3)],
    ['merge two shards', 14, () => fund(9), () => mergeShards(platform, 'c', { parametersVersion: 1 })],
    ['return from two shards', 8, () => fund(9), () => returnBudget(platform, 'c', factsOf('return'))],
    ['pool intake', 6, () => spent(9), () => intake(9)],
    ['close', 5, () => bonus(9), () => closeUser(platform, rider, shared())],
  ])('%s: %i', async (_, calls, before, act) => {
    await requirePayingOut(platform);
    await before();
    await requirePayingOut(platform);
    const earlier = database.calls;
    await act();
    expect(database.calls - earlier).toBe(calls);
  });
});

describe('holds', () => {
  beforeEach(async () => {
    await bonus(10);
    await hold(6);
  });

  test('what is held is not available, and comes back by a void', async () => {
    expect((await readBalance(platform, rider)).bonus).toMatchObject({ available: 4, held: 6 });
    await voidHold(platform, rider, 'hold', shared());
    expect((await readBalance(platform, rider)).bonus).toMatchObject({ available: 10, held: 0 });
  });

  test('one hold has one end: a void after the post is refused, and a post after the void', async () => {
    await postHold(platform, rider, toShop, shared());
    await expect(voidHold(platform, rider, 'hold', shared())).rejects.toEqual(refused('HOLD_CLOSED'));
    await hold(4, 'second');
    await voidHold(platform, rider, 'second', shared());
    const second = { key: 'second', bonusTo: 'merchant:m' };
    await expect(postHold(platform, rider, second, shared())).rejects.toEqual(refused('HOLD_CLOSED'));
  });

  test('a post repeated is the entry that was written, and one to somebody else a conflict', async () => {
    const posted = await postHold(platform, rider, toShop, shared());
    nowMs += 2 * DAY_MS;
    expect(await postHold(platform, rider, toShop, shared())).toEqual(posted);
    const elsewhere = { key: 'hold', bonusTo: 'merchant:other' };
    await expect(postHold(platform, rider, elsewhere, shared())).rejects.toEqual(
      refused('IDEMPOTENCY_CONFLICT'),
    );
  });

  test('by whomever it is ended, a hold that lapses is ended once', async () => {
    nowMs += 2 * DAY_MS;
    await expect(postHold(platform, rider, toShop, shared())).rejects.toEqual(refused('HOLD_EXPIRED'));
    const lapsed = await lapseHold(platform, rider, 'hold', shared());
    expect(lapsed.reason).toBe('hold-lapsed');
    expect(await voidHold(platform, rider, 'hold', shared())).toEqual(lapsed);
  });

  test('the account says when its next hold lapses and in which month its next lots expire', async () => {
    const next = () => {
      const { nextDeadlineMs, nextExpiryOn } = store.get<Account>('ledger_accounts', rider)!;
      return [nextDeadlineMs, nextExpiryOn];
    };
    expect(next()).toEqual([startMs + DAY_MS, '2028-11']);
    await hold(4, 'rest');
    expect(next()).toEqual([startMs + DAY_MS, null]);
    await voidHold(platform, rider, 'rest', shared());
    await voidHold(platform, rider, 'hold', shared());
    expect(next()).toEqual([null, '2028-11']);
  });

  test('an entry that gave something back from a hold is nothing to reverse', async () => {
    const { _id: key } = await voidHold(platform, rider, 'hold', shared());
    await expect(reverseEntry(platform, key, shared())).rejects.toBeInstanceOf(RangeError);
  });
});

describe('campaigns', () => {
  test('a budget is split evenly, paid from, and the rest returned to where it was minted', async () => {
    await fund(9, 4);
    expect(await budgets()).toEqual([3, 2, 2, 2]);
    await pay(2);
    const returned = await returnBudget(platform, 'c', factsOf('return'));
    expect(returned!.postings.every(({ destination }) => destination === 'mint:campaign')).toBe(true);
    expect(await budgets()).toEqual([0, 0, 0, 0]);
    expect(await returnBudget(platform, 'c', factsOf('return'))).toEqual(returned);
    expect(await returnBudget(platform, 'c', factsOf('again'))).toBeNull();
  });

  test('a reward larger than any shard’s rest gathers what is stranded, and the last credit can be paid', async () => {
    await fund(9, 4);
    await pay(9);
    expect(await budgets()).toEqual([0, 0, 0, 0]);
    await expect(pay(1, 'more')).rejects.toEqual(refused('BUDGET_EMPTY'));
  });

  test('a reward repeated after the budget is gone is the one that was paid', async () => {
    await fund(5);
    const paid = await pay(5);
    expect(await pay(5)).toEqual(paid);
  });

  test('no reward leaves a shard that is paused, and rewards go on afterwards', async () => {
    await fund(9);
    await pauseCampaign(platform, 'c', true);
    await expect(pay(2)).rejects.toEqual(refused('CAMPAIGN_PAUSED'));
    await pauseCampaign(platform, 'c', true);
    await pauseCampaign(platform, 'c', false);
    expect((await pay(2)).account).toBe(rider);
  });

  test('a reward taken back is the campaign’s again, and what is gone is owed', async () => {
    await fund(8);
    const { postings } = await pay(4);
    await spendCredits(platform, rider, { amount: 1, bonusTo: 'merchant:m' }, factsOf('spend'));
    const reversal = await reverseEntry(platform, 'pay', shared());
    expect(reversal.postings.map(({ source, destination }) => [source, destination])).toEqual([
      [rider, postings[0]!.source],
      ['debt:r', postings[0]!.source],
    ]);
    expect(await budgets()).toEqual([4, 4]);
    await expect(hold(1)).rejects.toEqual(refused('DEBT_FIRST'));
  });

  test('one campaign’s shards are not those of another whose name begins alike', async () => {
    await fund(8);
    await fundCampaign(platform, { campaignId: 'c2', amount: 4, shardCount: 1 }, factsOf('other'));
    expect(await budgets()).toEqual([4, 4]);
  });

  test('a lease that is held lets nobody else gather, and ends by itself', async () => {
    await fund(8);
    const lease = { _id: 'c', number: 1, untilMs: nowMs + 10_000 };
    store.apply(new Map([['ledger_leases/c', JSON.stringify(lease)]]));
    expect(await mergeShards(platform, 'c', { parametersVersion: 1 })).toBeNull();
    await expect(pay(8)).rejects.toEqual(refused('TRY_AGAIN'));
    nowMs += 10_000;
    expect((await pay(8)).account).toBe(rider);
  });

  test('a campaign is not called empty by a look that fell into the middle of a merge', async () => {
    await fund(8);
    const torn = (await findShards(platform, 'c')).map(({ _id }) => ({ _id, lots: [] }));
    jest.spyOn(database, 'find').mockResolvedValueOnce(torn);
    expect((await pay(8)).account).toBe(rider);
  });

  test.each([
    ['no shards', { campaignId: 'c', amount: 1, shardCount: 0 }],
    ['too many shards', { campaignId: 'c', amount: 1, shardCount: 65 }],
    ['a name that would be another’s shard', { campaignId: 'c#00', amount: 1, shardCount: 1 }],
    ['half a credit', { campaignId: 'c', amount: 0.5, shardCount: 1 }],
  ])('%s: a mistake of the caller', (_, funding) => {
    expect(() => fundCampaign(platform, funding, factsOf('fund'))).toThrow(RangeError);
  });
});

describe('pools', () => {
  const retireSome = (amount: number, key: string) =>
    retire(platform, { origin: 'sz:2026-11', amount }, factsOf(key));
  const numbersOf = ({ serials }: Entry) => serials!.map(({ direction, from, to }) => [direction, from, to]);

  test('grams are numbered in the order in which they come, and leave in that order', async () => {
    await spent(9);
    expect(numbersOf(await intake(9))).toEqual([['in', 1, 9]]);
    expect(numbersOf(await retireSome(4, 'first'))).toEqual([['out', 1, 4]]);
    expect(numbersOf(await retireSome(5, 'second'))).toEqual([['out', 5, 9]]);
    await expect(retireSome(1, 'third')).rejects.toEqual(refused('INSUFFICIENT_CREDITS'));
    const listed = store.all<{ _id: string; counterpart: string }>('pool_serials');
    expect(listed.map(({ _id, counterpart }) => [_id, counterpart])).toEqual([
      ['sz:2026-11:in:0000000000000001', 'pool-intake:2026-11-10'],
      ['sz:2026-11:out:0000000000000001', 'sink:retired'],
      ['sz:2026-11:out:0000000000000005', 'sink:retired'],
    ]);
  });

  test('a seal that counts another amount the second time is a conflict', async () => {
    await spent(9);
    await intake(9);
    await expect(intake(8)).rejects.toEqual(refused('IDEMPOTENCY_CONFLICT'));
  });

  test('grams for an enterprise keep their numbers', async () => {
    await spent(9);
    await intake(9);
    const move = { kind: 'carbon' as const, origin: 'sz:2026-11', amount: 3 };
    const supplied = await moveCredits(
      platform,
      { source: 'pool:sz:2026-11', destination: 'enterprise:e', ...move },
      factsOf('supply'),
    );
    expect(numbersOf(supplied)).toEqual([['out', 1, 3]]);
    expect(supplied.chain.map(({ account }) => account)).toEqual(['pool:sz:2026-11', 'enterprise:e']);
  });

  test.each([
    ['a user’s', { source: 'sink:x', destination: rider, kind: 'bonus' as const, origin: '-' }],
    ['what a user holds', { source: 'held:r', destination: 'sink:x', kind: 'bonus' as const, origin: '-' }],
    [
      'a gram out of nothing',
      { source: 'mint:x', destination: 'pool:sz:2026-11', kind: 'carbon' as const, origin: 'sz:2026-11' },
    ],
  ])('%s is not moved', async (_, move) => {
    await expect(moveCredits(platform, { ...move, amount: 1 }, factsOf('move'))).rejects.toThrow(RangeError);
  });
});

describe('what jobs look for', () => {
  test('holds past their deadline, the longest past first, until they are voided', async () => {
    await bonus(9);
    await hold(2, 'first');
    await bonus(9, 'other', 'user:s');
    const later = { amount: 2, deadlineMs: startMs + 2 * DAY_MS };
    await holdCredits(platform, 'user:s', later, factsOf('second'));
    await holdCredits(platform, rider, later, factsOf('third'));
    nowMs = startMs + DAY_MS;
    expect(await findLapsedHolds(platform, 10)).toEqual([]);
    nowMs += 1;
    expect(await findLapsedHolds(platform, 10)).toMatchObject([{ accountId: rider, holdKeys: ['first'] }]);
    nowMs += DAY_MS;
    const found = await findLapsedHolds(platform, 10);
    expect(found).toMatchObject([
      { accountId: rider, holdKeys: ['first', 'third'] },
      { accountId: 'user:s', holdKeys: ['second'] },
    ]);
    expect(await findLapsedHolds(platform, 1)).toHaveLength(1);
    for (const { accountId, holdKeys } of found)
      for (const key of holdKeys) await lapseHold(platform, accountId, key, shared());
    expect(await findLapsedHolds(platform, 10)).toEqual([]);
  });

  test('months that have passed, the earliest first, until their lots are booked out', async () => {
    await bonus(9);
    nowMs = beijing('2026-12-01 00:00');
    await bonus(5, 'next');
    nowMs = beijing('2028-11-30 23:59');
    expect(await findExpiredMonths(platform, 10)).toEqual([]);
    nowMs = beijing('2029-01-01 00:00');
    for (const month of ['2028-11', '2028-12']) {
      expect(await findExpiredMonths(platform, 10)).toEqual([{ accountId: rider, month }]);
      await expireLots(platform, rider, month, shared());
    }
    expect(await findExpiredMonths(platform, 10)).toEqual([]);
  });

  test('a day’s entries, page by page in the order of their keys', async () => {
    for (const key of ['b', 'a', 'c']) await bonus(1, key);
    nowMs += DAY_MS;
    await bonus(1, 'd');
    const keysAfter = async (afterKey: string) =>
      (await listDay(platform, '2026-11-10', { afterKey, limit: 2 })).map(({ _id }) => _id);
    expect([await keysAfter(''), await keysAfter('b'), await keysAfter('c')]).toEqual([
      ['a', 'b'],
      ['c'],
      [],
    ]);
    expect((await readAccount(platform, rider))!.seq).toBe(4);
  });
});

test('a merchant is settled for what he was given and for no more', async () => {
  await bonus(9);
  await spendCredits(platform, rider, { amount: 5, bonusTo: 'merchant:m' }, factsOf('spend'));
  await settleMerchant(platform, { merchantId: 'm', amount: 5 }, factsOf('settle'));
  const more = settleMerchant(platform, { merchantId: 'm', amount: 1 }, factsOf('more'));
  await expect(more).rejects.toEqual(refused('INSUFFICIENT_CREDITS'));
});

describe('while paying out is stopped', () => {
  beforeEach(async () => {
    await bonus(20);
    await hold(5);
    await fund(9);
    await pay(2, 'earlier');
    await setPayingOut(platform, false, 'the chain of user:x is broken');
  });

  test.each<[string, () => Promise<unknown>]>([
    ['hold', () => hold(1, 'new')],
    ['spend', () => spendCredits(platform, rider, { amount: 1, bonusTo: 'sink:x' }, factsOf('spend'))],
    ['post', () => postHold(platform, rider, toShop, shared())],
    ['reward', () => pay(1)],
  ])('no %s', async (_, act) => {
    await expect(act()).rejects.toEqual(refused('PAYING_OUT_STOPPED'));
  });

  test('who repeats a request gets what he got, credits come in and come back', async () => {
    expect((await hold(5))._id).toBe('hold');
    expect((await pay(2, 'earlier'))._id).toBe('earlier');
    await ride(5);
    await voidHold(platform, rider, 'hold', shared());
    expect((await readBalance(platform, rider)).bonus.available).toBe(22);
  });

  test('it is said since when and why, and it goes on when somebody says so', async () => {
    nowMs += 5_000;
    await setPayingOut(platform, false, 'another reason');
    expect(await readPayingOut(platform)).toMatchObject({
      payingOut: false,
      reason: 'the chain of user:x is broken',
      sinceMs: startMs,
    });
    await setPayingOut(platform, true, null);
    expect((await hold(1, 'new')).account).toBe(rider);
  });

  test('another process knows it a minute later at the latest', async () => {
    await setPayingOut(platform, true, null);
    const other = { ...platform, database: new SimulatedDatabase(store, plainFate) } as unknown as Platform;
    await requirePayingOut(other);
    await setPayingOut(platform, false, 'again');
    await requirePayingOut(other);
    nowMs += 60_000;
    await expect(requirePayingOut(other)).rejects.toEqual(refused('PAYING_OUT_STOPPED'));
  });
});
