import type { Bench, BenchContext, Measurement } from '../bench';
import { elapsedMs } from '../measuring/elapsed';
import { interleave } from '../measuring/interleave';
import { summaryOf } from '../measuring/median';
import { ProductEndpoint } from '../processes/product-endpoint';
import { sampleAccount } from '../product/ledger-documents';
import { insertAll } from '../product/post-series';
import type { PostOrder, PostReport } from '../programs/post';

const PLAN = { rounds: 7, warmUps: 1 };
const RIDERS = 10_000;
/** Function processes that the callers are spread over. */
const MOST_PROCESSES = 4;
const RIDER_PREFIX = 'rate-';

/** Callers at the same time, and how many posts they make in a round. */
const loads = [
  { callers: 1, posts: 32 },
  { callers: 8, posts: 96 },
  { callers: 64, posts: 192 },
] as const;

interface Load {
  callers: number;
  posts: number;
}

/** What went wrong at one load, over all rounds. */
interface Trouble {
  conflicts: number;
  failures: string[];
}

class PostLoad {
  readonly trouble: Trouble = { conflicts: 0, failures: [] };
  #rounds = 0;

  constructor(
    readonly product: ProductEndpoint,
    readonly load: Load,
    readonly riderCount: number,
    readonly mostProcesses: number,
  ) {}

  /** Posts a second. */
  async round(): Promise<number> {
    this.#rounds += 1;
    const processes = Math.min(this.mostProcesses, this.load.callers);
    const orders = Array.from({ length: processes }, (_, number) => this.#order(number, processes));
    const ms = await elapsedMs(() => Promise.all(orders.map(order => this.#run(order))));
    const calls = await this.product.lastCalls(processes);
    this.trouble.conflicts += calls.reduce((sum, { conflicts }) => sum + conflicts, 0);
    return (orders.reduce((sum, { posts }) => sum + posts, 0) * 1000) / ms;
  }

  async #run(order: PostOrder): Promise<void> {
    const { failures } = await this.product.call<PostReport>('post', order);
    this.trouble.failures.push(...failures);
  }

  #order(number: number, processes: number): PostOrder {
    return {
      name: `${this.load.callers}:${this.#rounds}:${number}`,
      posts: Math.ceil(this.load.posts / processes),
      callers: this.load.callers / processes,
      riderPrefix: RIDER_PREFIX,
      riderCount: this.riderCount,
    };
  }
}

async function measure(context: BenchContext, product: ProductEndpoint): Promise<Measurement[]> {
  const riderCount = context.amount(RIDERS);
  const mostProcesses = context.isQuick ? 1 : MOST_PROCESSES;
  const ids = Array.from({ length: riderCount }, (_, rider) => String(rider).padStart(6, '0'));
  context.say(`${riderCount} riders`);
  const accounts = ids.map(id => sampleAccount(`user:${RIDER_PREFIX}${id}`));
  await insertAll(product.admin, 'ledger_accounts', accounts);
  const running = loads.map(
    ({ callers, posts }) =>
      new PostLoad(product, { callers, posts: context.amount(posts) }, riderCount, mostProcesses),
  );
  const sides = Object.fromEntries(running.map(one => [String(one.load.callers), () => one.round()]));
  const rounds = await interleave(context, PLAN, sides);
  return running.flatMap(({ load, trouble }) => measurementsOf(load, rounds[load.callers]!, trouble));
}

function measurementsOf({ callers }: Load, rates: readonly number[], trouble: Trouble): Measurement[] {
  const name = `post-rate/${callers}-caller${callers === 1 ? '' : 's'}`;
  const failures = { name: `${name}/failures`, unit: 'posts', value: trouble.failures.length };
  return [
    { name, unit: '1/s', ...summaryOf(rates) },
    { name: `${name}/conflicts`, unit: 'conflicts', value: trouble.conflicts },
    callers === 64 ? { ...failures, goal: { atMost: 0 } } : failures,
  ];
}

/** Posts a second by the ledger's use case on the real SDK in function processes, riders chosen at random. */
export const postRate: Bench = {
  name: 'post-rate',
  purpose: 'posts a second end to end, with conflicts and failures',
  run: context => ProductEndpoint.during(context, product => measure(context, product)),
};
