import type { Bench, BenchContext, Measurement } from '../bench';
import { elapsedMs } from '../measuring/elapsed';
import { eachRound, interleave } from '../measuring/interleave';
import { summaryOf } from '../measuring/median';
import { ProductEndpoint } from '../processes/product-endpoint';
import type { TradeOrder, TradeReport } from '../programs/trade';

const PLAN = { rounds: 7, warmUps: 1 };
const PROCESSES = 8;
const REWARDS_A_PROCESS = 8;
const SHARDS = 16;
/** So many that two rewards at once are hardly ever paid by the same one. */
const CAMPAIGNS = 32;
const BUDGET = 1_000_000;

const campaignsNamed = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, number) => `${name}-${number}`);

interface Trouble {
  conflicts: number;
  failures: string[];
}

/** The same rewards from one campaign, or from many that each have as many shards. */
class Rewards {
  readonly trouble: Trouble = { conflicts: 0, failures: [] };
  #rounds = 0;

  constructor(
    readonly context: BenchContext,
    readonly product: ProductEndpoint,
    readonly campaigns: readonly string[],
  ) {}

  /** Rewards a second. */
  async round(): Promise<number> {
    this.#rounds += 1;
    const processes = this.context.isQuick ? 1 : PROCESSES;
    const rewards = this.context.amount(REWARDS_A_PROCESS);
    const orders = Array.from(
      { length: processes },
      (_, number): TradeOrder => ({
        do: 'reward',
        name: `${this.campaigns[0]}:${this.#rounds}:${number}`,
        ...{ rewards, callers: 1, campaigns: this.campaigns },
      }),
    );
    const ms = await elapsedMs(() => Promise.all(orders.map(order => this.#pay(order))));
    const calls = await this.product.lastCalls(processes);
    this.trouble.conflicts += calls.reduce((sum, { conflicts }) => sum + conflicts, 0);
    return (processes * rewards * 1000) / ms;
  }

  async #pay(order: TradeOrder): Promise<void> {
    const { failures } = await this.product.call<TradeReport>('trade', order);
    this.trouble.failures.push(...failures);
  }
}

async function measure(context: BenchContext, product: ProductEndpoint): Promise<Measurement[]> {
  const one = new Rewards(context, product, campaignsNamed('one', 1));
  const many = new Rewards(context, product, campaignsNamed('many', context.isQuick ? 2 : CAMPAIGNS));
  const campaigns = [...one.campaigns, ...many.campaigns];
  await product.call('trade', {
    do: 'fund',
    campaigns,
    shardCount: SHARDS,
    amount: BUDGET,
  } satisfies TradeOrder);
  const rounds = await interleave(context, PLAN, { one: () => one.round(), many: () => many.round() });
  const ratio = eachRound(rounds, round => round.one / round.many);
  return [
    { name: 'reward-rate/one-campaign', unit: '1/s', ...summaryOf(rounds.one) },
    { name: 'reward-rate/many-campaigns', unit: '1/s', ...summaryOf(rounds.many) },
    { name: 'reward-rate/one-over-many', unit: 'ratio', goal: { atLeast: 0.9 }, ...summaryOf(ratio) },
    { name: 'reward-rate/one-campaign/conflicts', unit: 'conflicts', value: one.trouble.conflicts },
    { name: 'reward-rate/many-campaigns/conflicts', unit: 'conflicts', value: many.trouble.conflicts },
    {
      name: 'reward-rate/one-campaign/failures',
      unit: 'rewards',
      value: one.trouble.failures.length,
      goal: { atMost: 0 },
    },
  ];
}

/** What it costs that eight processes pay from the budget of one campaign, in sixteen shards. */
export const rewardRate: Bench = {
  name: 'reward-rate',
  purpose: 'rewards a second from one campaign beside the same from many',
  run: context => ProductEndpoint.during(context, product => measure(context, product)),
};
