import type { Bench, Measurement } from '../bench';
import { ProductEndpoint } from '../processes/product-endpoint';
import { type BatchShape, batchShapes, cardsOf, rideDaysOf } from '../product/batch-shapes';
import { sampleAccount } from '../product/ledger-documents';
import { type RideDay, ridesOfDay } from '../product/metro-rides';
import { PartnerFeed } from '../product/partner-feed';
import { insertAll } from '../product/post-series';
import type { PostOrder, PostReport } from '../programs/post';
import type { TradeOrder } from '../programs/trade';

const CALLS_OF_A_POST = 5;
const MINUTE_MS = 60_000;

async function lastCost(product: ProductEndpoint): Promise<number> {
  const [call] = await product.lastCalls(1);
  return call!.databaseCalls;
}

async function ofPost(product: ProductEndpoint): Promise<Measurement> {
  await insertAll(product.admin, 'ledger_accounts', [sampleAccount('user:calls-000000')]);
  const order: PostOrder = { name: 'calls', posts: 1, callers: 1, riderPrefix: 'calls-', riderCount: 1 };
  const { failures } = await product.call<PostReport>('post', order);
  if (failures.length > 0) throw new Error(failures[0]);
  const value = await lastCost(product);
  return { name: 'database-calls/post', unit: 'calls', value, goal: { atMost: CALLS_OF_A_POST } };
}

/** What each use case may cost, the credits and the budget being there; a redemption is posted to a merchant, or spent there. */
const trades = [
  { name: 'reward', atMost: 8 },
  { name: 'hold', atMost: 5 },
  { name: 'post-hold', atMost: 7 },
  { name: 'redeem', atMost: 7 },
  { name: 'void', atMost: 5 },
] as const;

async function ofTrades(product: ProductEndpoint): Promise<Measurement[]> {
  const order = (event: TradeOrder) => product.call('trade', event);
  const single = (verb: Extract<TradeOrder, { rider: string }>['do'], key: string) =>
    order({ do: verb, rider: 'trade-calls', key });
  await order({ do: 'fund', campaigns: ['calls'], shardCount: 16, amount: 1_000 });
  await single('gift', 'gift');
  await single('hold', 'held');
  const run = {
    reward: () => order({ do: 'reward', name: 'calls', rewards: 1, callers: 1, campaigns: ['calls'] }),
    hold: () => single('hold', 'hold'),
    'post-hold': () => single('post', 'held'),
    redeem: () => single('redeem', 'redeem'),
    void: () => single('void', 'hold'),
  };
  const measurements: Measurement[] = [];
  for (const { name, atMost } of trades) {
    await single('nothing', '');
    await run[name]();
    measurements.push({
      name: `database-calls/${name}`,
      unit: 'calls',
      value: await lastCost(product),
      goal: { atMost },
    });
  }
  return measurements;
}

/** Six a batch, six a rider's day, two a ride. */
const mostOfBatch = (rideDays: readonly RideDay[]): number =>
  6 + 6 * rideDays.length + 2 * rideDays.reduce((sum, { rides }) => sum + rides, 0);

async function ofBatch(product: ProductEndpoint, feed: PartnerFeed, shape: BatchShape): Promise<Measurement> {
  const rideDays = rideDaysOf(shape);
  const rides = rideDays.flatMap(rideDay => ridesOfDay(rideDay, feed.openedAtMs));
  await feed.bindCards(cardsOf(shape));
  if (shape.isRepeated) await feed.send(rides);
  // Everything that a process keeps for a minute is old then, so each batch is the dearest of its kind.
  await product.advanceClock(MINUTE_MS);
  const { accepted, duplicate, ...others } = await feed.send(rides);
  if (accepted + duplicate !== rides.length) throw new Error(`${shape.name}: ${JSON.stringify(others)}`);
  const value = await lastCost(product);
  const goal = { atMost: mostOfBatch(rideDays) };
  return { name: `database-calls/batch/${shape.name}`, unit: 'calls', value, goal };
}

/** Calls as the endpoint counts them for one call of a function, on the real SDK; batches go through `partner` itself. */
export const databaseCalls: Bench = {
  name: 'database-calls',
  purpose: 'database calls of a post, of trade, and of batches of rides',
  run: context =>
    ProductEndpoint.during(context, async product => {
      const measurements = [await ofPost(product), ...(await ofTrades(product))];
      const feed = await PartnerFeed.open(product);
      for (const shape of batchShapes) {
        context.say(shape.name);
        const riders = context.isQuick ? 1 : shape.riders;
        measurements.push(await ofBatch(product, feed, { ...shape, riders }));
      }
      return measurements;
    }),
};
