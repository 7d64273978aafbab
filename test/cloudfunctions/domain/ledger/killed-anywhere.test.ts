import {
  closeUser,
  expireLots,
  fundCampaign,
  lapseHold,
  mergeShards,
  pauseCampaign,
  postHold,
  retire,
  returnBudget,
  reverseEntry,
  setPayingOut,
  settleMerchant,
  spendCredits,
  voidHold,
} from '../../../../cloudfunctions/domain/ledger';
import { DatabaseError, type Platform } from '../../../../cloudfunctions/platform';
import { beijing, rider } from './notation';
import { verifyStore } from './world/check-world';
import { shorthandFor } from './world/shorthand';
import { Crash, type Fate, plainFate, SimulatedDatabase, SimulatedStore } from './world/simulated-database';

/**
 * Every use case dies at each of its database calls, and before, after and without hearing of its commit; then it is
 * asked for again. Whatever happened, the documents are afterwards what they are when nothing happens.
 */
const startMs = beijing('2026-11-10 08:00');
const DAY_MS = 86_400_000;
let platform: Platform;
let nowMs: number;

const { factsOf, shared, bonus, ride, hold, fund, pay, intake } = shorthandFor(
  () => ({ platform, nowMs }),
  startMs + DAY_MS,
);

function processOn(store: SimulatedStore, fate: Fate): Platform {
  const database = new SimulatedDatabase(store, fate);
  const keyedDigest = (...parts: string[]) => parts.join(' ');
  return { database, nowMs: () => nowMs, keyedDigest } as unknown as Platform;
}

type Death = 'crash before' | 'crash after' | 'lost';

/** Dies at the call of this number, counted from 1; of a commit it is said how. */
function deathAt(call: number, commit?: { number: number; how: Death }): Fate & { calls: number } {
  let commits = 0;
  const fate = {
    calls: 0,
    turn: async () => {
      fate.calls += 1;
      if (fate.calls === call) throw new Crash();
    },
    commit: () => {
      commits += 1;
      return commit?.number === commits ? commit.how : ('done' as const);
    },
  };
  return fate;
}

interface UseCase {
  before(): Promise<unknown>;
  act(): Promise<unknown>;
}

async function prepared({ before }: UseCase): Promise<SimulatedStore> {
  const store = new SimulatedStore();
  nowMs = startMs;
  platform = processOn(store, plainFate);
  await before();
  return store;
}

/** What the store holds when nothing goes wrong, and how many calls that takes. */
async function calmly(useCase: UseCase) {
  const store = await prepared(useCase);
  const fate = deathAt(0);
  platform = processOn(store, fate);
  const answer = await useCase.act();
  return { contents: store.contents(), calls: fate.calls, answer };
}

async function died(useCase: UseCase, fate: Fate) {
  const store = await prepared(useCase);
  platform = processOn(store, fate);
  const first = await useCase.act().then(
    () => 'answered',
    error => {
      if (!(error instanceof Crash || error instanceof DatabaseError)) throw error;
      return 'died';
    },
  );
  platform = processOn(store, plainFate);
  const answer = await useCase.act();
  const { faults } = await verifyStore(store);
  return { first, answer, contents: store.contents(), faults };
}

const toShop = { key: 'hold', bonusTo: 'merchant:m' };
const spend = (bonusTo: string, amount = 5) =>
  spendCredits(platform, rider, { amount, bonusTo }, factsOf('spend'));

async function waitingIntake(): Promise<void> {
  await ride(9);
  nowMs += 8 * DAY_MS;
  await spend('sink:donated', 9);
}

const nothing = async () => undefined;
const useCases: Record<string, UseCase> = {
  'a first credit': { before: nothing, act: () => ride(5) },
  'a later credit': { before: () => bonus(1), act: () => ride(5) },
  'a credit that repays a debt': {
    before: () =>
      ride(9).then(() => spend('sink:donated', 9).then(() => reverseEntry(platform, 'ride', shared()))),
    act: () => ride(20, 'next'),
  },
  'a spend to a sink': { before: () => bonus(9), act: () => spend('sink:donated') },
  'a spend at a merchant': { before: () => bonus(9), act: () => spend('merchant:m') },
  'a hold': { before: () => bonus(9), act: () => hold(5) },
  'a hold that is posted': {
    before: () => bonus(9).then(() => hold(5)),
    act: () => postHold(platform, rider, toShop, shared()),
  },
  'a hold that is voided': {
    before: () => bonus(9).then(() => hold(5)),
    act: () => voidHold(platform, rider, 'hold', shared()),
  },
  'a hold that lapses': {
    before: () => bonus(9).then(() => hold(5).then(() => (nowMs += 2 * DAY_MS))),
    act: () => lapseHold(platform, rider, 'hold', shared()),
  },
  'lots that expire': {
    before: () => bonus(9).then(() => ride(4).then(() => (nowMs = beijing('2028-12-01 00:00')))),
    act: () => expireLots(platform, rider, '2028-11', shared()),
  },
  'a reversal': { before: () => ride(9), act: () => reverseEntry(platform, 'ride', shared()) },
  'a reversal of a reward': {
    before: () => fund(9).then(() => pay(3)),
    act: () => reverseEntry(platform, 'pay', shared()),
  },
  'a budget': { before: nothing, act: () => fund(9, 4) },
  'a reward': { before: () => fund(9), act: () => pay(3) },
  'a budget that returns': {
    before: () => fund(9).then(() => pay(3)),
    act: () => returnBudget(platform, 'c', factsOf('return')),
  },
  'a pause': { before: () => fund(9, 3), act: () => pauseCampaign(platform, 'c', true) },
  'a budget that grows while it is paused': {
    before: () => fund(9, 1).then(() => pauseCampaign(platform, 'c', true)),
    act: () => fundCampaign(platform, { campaignId: 'c', amount: 9, shardCount: 3 }, factsOf('more')),
  },
  'an intake that is pooled': { before: waitingIntake, act: () => intake(9) },
  'grams that are retired': {
    before: () => waitingIntake().then(() => intake(9)),
    act: () => retire(platform, { origin: 'sz:2026-11', amount: 4 }, factsOf('retire')),
  },
  'a merchant who is settled': {
    before: () => bonus(9).then(() => spend('merchant:m')),
    act: () => settleMerchant(platform, { merchantId: 'm', amount: 5 }, factsOf('settle')),
  },
  'an account that closes': {
    before: () => bonus(9).then(() => ride(5).then(() => hold(5))),
    act: () => closeUser(platform, rider, shared()),
  },
  'an account that closes with nothing in it': {
    before: nothing,
    act: () => closeUser(platform, rider, shared()),
  },
  'the brake': { before: nothing, act: () => setPayingOut(platform, false, 'a chain is broken') },
};

describe.each(Object.entries(useCases))('%s', (_, useCase) => {
  test('killed at any call and asked for again, leaves the same documents and gets the same answer', async () => {
    const calm = await calmly(useCase);
    for (let call = 1; call <= calm.calls; call += 1) {
      const { first, ...after } = await died(useCase, deathAt(call));
      expect({ call, first, ...after }).toEqual({
        ...{ call, first: 'died', faults: [] },
        ...{ answer: calm.answer, contents: calm.contents },
      });
    }
  });

  test.each<Death>(['crash before', 'crash after', 'lost'])(
    'a commit that ends with “%s” changes nothing about it',
    async how => {
      const calm = await calmly(useCase);
      for (let number = 1; number <= 3; number += 1) {
        const { first: _first, ...after } = await died(useCase, deathAt(0, { number, how }));
        expect({ number, ...after }).toEqual({
          ...{ number, faults: [] },
          ...{ answer: calm.answer, contents: calm.contents },
        });
      }
    },
  );
});

describe('a reward that needs what is stranded', () => {
  const LEASE_MS = 10_000;
  const budget = (store: SimulatedStore): number =>
    store
      .all<{ _id: string; lots: { amount: number }[] }>('ledger_accounts')
      .filter(({ _id }) => _id.startsWith('campaign:'))
      .flatMap(({ lots }) => lots)
      .reduce((sum, { amount }) => sum + amount, 0);

  test('is paid once, wherever the gathering dies, at the latest when its lease is over', async () => {
    const useCase = { before: () => fund(9, 3), act: () => pay(8) };
    const { calls } = await calmly(useCase);
    for (let call = 1; call <= calls; call += 1) {
      const store = await prepared(useCase);
      platform = processOn(store, deathAt(call));
      await expect(useCase.act()).rejects.toBeInstanceOf(Crash);
      nowMs += LEASE_MS;
      platform = processOn(store, plainFate);
      const paid = await useCase.act();
      expect(await useCase.act()).toEqual(paid);
      expect(budget(store)).toBe(1);
      expect((await verifyStore(store)).faults).toEqual([]);
    }
  });

  test('a gathering that dies gathers once', async () => {
    const act = () => mergeShards(platform, 'c', { parametersVersion: 1 });
    const useCase = { before: () => fund(9, 3), act };
    const { calls } = await calmly(useCase);
    for (let call = 1; call <= calls; call += 1) {
      const store = await prepared(useCase);
      platform = processOn(store, deathAt(call));
      await expect(act()).rejects.toBeInstanceOf(Crash);
      nowMs += LEASE_MS;
      platform = processOn(store, plainFate);
      await act();
      expect(await act()).toBeNull();
      expect(budget(store)).toBe(9);
      expect((await verifyStore(store)).faults).toEqual([]);
    }
  });
});
