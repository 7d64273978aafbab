import type { Entry } from '../../../../../cloudfunctions/domain/ledger';
import * as ledger from '../../../../../cloudfunctions/domain/ledger';
import type { Platform } from '../../../../../cloudfunctions/platform';
import { monthOf } from '../model-outside';
import { parameters as usual } from '../notation';
import { CAMPAIGN, type ModelWorld, numbers, SHARDS } from './model-world';

/** How often each is asked for: credits come more often than accounts close. */
export const weights = {
  ...{ earn: 8, bonus: 4, spend: 4, hold: 8, post: 4, void: 3, lapse: 3, reverse: 4, expire: 2 },
  ...{ fund: 2, pay: 6, merge: 1, return: 1, intake: 3, retire: 3, settle: 2, close: 1, other: 1 },
};

export interface Step {
  verb: keyof typeof weights;
  rider: number;
  amount: number;
  /** Chooses among what there is: holds, credits, origins, kinds, months. */
  pick: number;
}

/** What somebody asks of the ledger, as often as he likes. */
export interface Request {
  /** Of the entry that it would write. */
  key: string;
  /** Of the request, where another one may come under the same key. */
  hash?: string;
  run(platform: Platform): Promise<Entry | null>;
  /**
   * The same in the oracle: null, or by which code it refuses, untouched. `entry` is the one that was written, for what
   * the ledger may choose; null while the oracle is asked whether it would refuse.
   */
  replay(model: ModelWorld, atMs: number, entry: Entry | null): string | null;
}

/** What requests refer to: what was asked for before, and what stands in intakes. */
export interface Surroundings {
  nowMs: number;
  number: number;
  holds: { key: string; account: string }[];
  credits: { key: string; rider: string; amount: number }[];
  /** By day and origin, what seals have counted: each gram by one of them, whether or not it has been moved since. */
  counted: Map<string, number>;
  intakes(): { day: string; origin: string; amount: number }[];
}

const parameters = {
  ...usual,
  expiryMonths: numbers.expiryMonths,
  reversalWindowDays: numbers.windowDays,
  lotLimit: numbers.lotLimit,
};
/** A merge's key goes on with its number, which the lease gives. */
export const MERGE = `merged:${CAMPAIGN}`;
const origins = ['sz:2026-10', 'sz:2026-11', 'gz:2026-11'];
const kindSets = [['carbon'], ['bonus'], ['carbon', 'bonus']] as ('carbon' | 'bonus')[][];
const HALF_DAY_MS = 43_200_000;

const shared = (platform: Platform) => ({
  parametersVersion: 1,
  nowMs: platform.nowMs(),
  answer: ({ balanceAfter }: Pick<Entry, 'balanceAfter'>) => ({ available: balanceAfter.bonus.available }),
});
const factsOf = (platform: Platform, key: string, content: unknown) => ({
  ...shared(platform),
  key,
  requestHash: JSON.stringify(content),
  reason: 'test',
  reference: { type: 'order' as const, id: key },
  commitment: null,
});

const accountOf = ({ rider }: Step): string => `user:${'abc'[rider % 3]}`;
const bonusTo = (key: string): string => (key.length % 2 === 0 ? 'merchant:m' : 'sink:donated');
const chosen = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];

function earn(key: string, rider: string, amount: number, origin: string): Request {
  const what = { kind: 'carbon' as const, origin, amount, source: 'mint:trip' };
  return {
    key,
    hash: JSON.stringify([rider, what]),
    run: platform => {
      const reference = { type: 'trip' as const, id: key };
      const facts = { ...factsOf(platform, key, [rider, what]), reference };
      return ledger.credit(platform, rider, what, facts, parameters);
    },
    replay: (model, atMs) => model.give(key, { rider, ...what }, atMs),
  };
}

type Maker = (step: Step, around: Surroundings, key: string) => Request | null;

const makers: Record<Step['verb'], Maker> = {
  earn: (step, around, key) => {
    const amount = step.amount * 3;
    around.credits.push({ key, rider: accountOf(step), amount });
    return earn(key, accountOf(step), amount, chosen(origins, step.pick)!);
  },
  other: ({ pick }, { credits }) => {
    const original = chosen(
      credits.filter(({ key }) => key.startsWith('earn')),
      pick,
    );
    return original ? earn(original.key, original.rider, original.amount + 1, origins[0]!) : null;
  },
  bonus: (step, around, key) => {
    const rider = accountOf(step);
    around.credits.push({ key, rider, amount: step.amount });
    const given = { rider, kind: 'bonus', origin: '-', amount: step.amount, source: 'mint:manual' };
    return {
      key,
      run: platform =>
        ledger.manualCredit(platform, rider, step.amount, factsOf(platform, key, step), parameters),
      replay: (model, atMs) => model.give(key, given, atMs),
    };
  },
  spend: (step, _, key) => {
    const [account, kinds] = [accountOf(step), chosen(kindSets, step.pick)!];
    const request = { amount: step.amount, kinds, bonusTo: bonusTo(key) };
    return {
      key,
      run: platform => ledger.spendCredits(platform, account, request, factsOf(platform, key, request)),
      replay: (model, atMs) => model.rider(account).spend(kinds, step.amount, request.bonusTo, atMs),
    };
  },
  hold: (step, around, key) => {
    const [account, kinds] = [accountOf(step), chosen(kindSets, step.pick)!];
    const request = {
      amount: step.amount,
      kinds,
      deadlineMs: around.nowMs + (step.pick % 100) * HALF_DAY_MS,
    };
    around.holds.push({ key, account });
    return {
      key,
      run: platform => ledger.holdCredits(platform, account, request, factsOf(platform, key, request)),
      replay: (model, atMs) => model.rider(account).hold(key, kinds, step.amount, request.deadlineMs, atMs),
    };
  },
  post: ({ pick }, { holds }) => {
    const hold = chosen(holds, pick);
    if (!hold) return null;
    const target = { key: hold.key, bonusTo: bonusTo(hold.key) };
    return {
      key: `posted:${hold.key}`,
      run: platform =>
        ledger.postHold(platform, hold.account, target, { ...shared(platform), reason: 'posted' }),
      replay: (model, atMs) => model.rider(hold.account).post(hold.key, target.bonusTo, atMs),
    };
  },
  void: ({ pick }, { holds }) => {
    const hold = chosen(holds, pick);
    if (!hold) return null;
    return {
      key: `voided:${hold.key}`,
      run: platform =>
        ledger.voidHold(platform, hold.account, hold.key, { ...shared(platform), reason: 'voided' }),
      replay: (model, atMs) => model.rider(hold.account).void(hold.key, atMs),
    };
  },
  lapse: ({ pick }, { holds }) => {
    const hold = chosen(holds, pick);
    if (!hold) return null;
    return {
      key: `voided:${hold.key}`,
      run: platform => ledger.lapseHold(platform, hold.account, hold.key, shared(platform)),
      replay: (model, atMs, entry) => {
        const open = model.rider(hold.account).holds.find(({ key }) => key === hold.key);
        const isEarly = open !== undefined && atMs <= open.deadlineMs;
        return isEarly && entry === null ? 'RangeError' : model.rider(hold.account).void(hold.key, atMs);
      },
    };
  },
  reverse: ({ pick }, { credits }) => {
    const original = chosen(credits, pick);
    if (!original) return null;
    return {
      key: `reversal:${original.key}`,
      run: platform =>
        ledger.reverseEntry(platform, original.key, { ...shared(platform), reason: 'reversed' }),
      replay: (model, atMs) => model.takeBack(original.key, atMs),
    };
  },
  expire: (step, { nowMs }) => {
    const account = accountOf(step);
    const month = monthOf(nowMs - (step.pick % 3) * 31 * 2 * HALF_DAY_MS);
    return {
      key: `expired:${account.slice(5)}:${month}`,
      run: platform => ledger.expireLots(platform, account, month, shared(platform)),
      replay: (model, atMs) => {
        const rider = model.rider(account);
        const isDue = month < monthOf(atMs) && rider.lots.some(lot => lot.expiresOn === month);
        rider.expire(month, atMs);
        return isDue ? null : 'NOTHING';
      },
    };
  },
  fund: (step, _, key) => {
    const funding = { campaignId: CAMPAIGN, amount: step.amount * 4, shardCount: SHARDS.length };
    return {
      key,
      run: platform => ledger.fundCampaign(platform, funding, factsOf(platform, key, funding)),
      replay: model => {
        SHARDS.forEach((shard, number) => {
          const part = Math.floor((funding.amount + SHARDS.length - 1 - number) / SHARDS.length);
          if (part > 0) model.move('mint:campaign', shard, 'bonus', '-', part);
        });
        return null;
      },
    };
  },
  pay: (step, around, key) => {
    const reward = { campaignId: CAMPAIGN, accountId: accountOf(step), amount: step.amount };
    around.credits.push({ key, rider: reward.accountId, amount: step.amount });
    return {
      key,
      run: platform => ledger.payReward(platform, reward, factsOf(platform, key, reward), parameters),
      replay: (model, atMs, entry) => {
        const source = entry?.postings[0]?.source ?? SHARDS.find(shard => model.budgetOf(shard) > 0) ?? '';
        if (entry && model.budgetOf(source) < step.amount) return 'INSUFFICIENT_CREDITS';
        if (model.budget() < step.amount) return 'BUDGET_EMPTY';
        const given = { rider: reward.accountId, kind: 'bonus', origin: '-', amount: step.amount, source };
        return model.give(key, given, atMs);
      },
    };
  },
  merge: () => ({
    key: MERGE,
    run: platform => ledger.mergeShards(platform, CAMPAIGN, { parametersVersion: 1 }),
    replay: (model, _, entry) => {
      if (!entry) return 'NOTHING';
      const target = entry.postings[0]!.destination;
      return model.empty(
        entry,
        target,
        SHARDS.filter(shard => shard !== target),
      );
    },
  }),
  return: (step, _, key) => ({
    key,
    run: platform => ledger.returnBudget(platform, CAMPAIGN, factsOf(platform, key, step)),
    replay: (model, _, entry) => {
      if (!entry) return model.budget() === 0 ? 'NOTHING' : null;
      return model.empty(entry, 'mint:campaign', SHARDS);
    },
  }),
  intake: ({ pick }, around) => {
    const found = chosen(around.intakes(), pick);
    if (!found) return null;
    const intake = { ...found, sealedOn: `seal-${around.number}` };
    const { day, origin, amount } = intake;
    around.counted.set(`${day} ${origin}`, (around.counted.get(`${day} ${origin}`) ?? 0) + amount);
    return {
      key: `pooled:${origin}:${day}:${intake.sealedOn}`,
      run: platform => ledger.poolIntake(platform, intake, shared(platform)),
      replay: model => model.move(`pool-intake:${day}`, `pool:${origin}`, 'carbon', origin, amount),
    };
  },
  retire: ({ pick, amount }, _, key) => {
    const origin = chosen(origins, pick)!;
    return {
      key,
      run: platform => ledger.retire(platform, { origin, amount }, factsOf(platform, key, [origin, amount])),
      replay: model => model.move(`pool:${origin}`, 'sink:retired', 'carbon', origin, amount),
    };
  },
  settle: ({ amount }, _, key) => ({
    key,
    run: platform =>
      ledger.settleMerchant(platform, { merchantId: 'm', amount }, factsOf(platform, key, amount)),
    replay: model => model.move('merchant:m', 'sink:settled', 'bonus', '-', amount),
  }),
  close: step => {
    const account = accountOf(step);
    return {
      key: `closed:${account.slice(5)}`,
      run: platform => ledger.closeUser(platform, account, shared(platform)),
      replay: (model, atMs) => {
        const { lots, holds, debts, isClosed } = model.rider(account);
        if (isClosed) return 'NOTHING';
        model.rider(account).close(atMs);
        return lots.length + holds.length + debts.length === 0 ? 'NOTHING' : null;
      },
    };
  },
};

/** What a step asks for among what there is; null when there is nothing of the kind. */
export const requestOf = (step: Step, around: Surroundings): Request | null =>
  makers[step.verb](step, around, `${step.verb}:${around.number}`);
