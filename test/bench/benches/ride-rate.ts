import type { Bench, BenchContext, Measurement } from '../bench';
import { elapsedMs } from '../measuring/elapsed';
import { interleave } from '../measuring/interleave';
import { summaryOf } from '../measuring/median';
import { ProductEndpoint } from '../processes/product-endpoint';
import { ridesOfDay } from '../product/metro-rides';
import { PartnerFeed } from '../product/partner-feed';

const PLAN = { rounds: 7, warmUps: 1 };
/** Batches under way at the same time. */
const BATCHES = 4;
const RIDERS_A_BATCH = 20;
const RIDES_A_DAY = 2;

/** Each batch has riders of its own, and each round is another day of theirs. */
async function measure(context: BenchContext, feed: PartnerFeed): Promise<Measurement[]> {
  const riders = context.amount(RIDERS_A_BATCH);
  const cards = Array.from({ length: context.isQuick ? 1 : BATCHES }, (_, batch) =>
    Array.from({ length: riders }, (_, rider) => `feed-${batch}-${rider}`),
  );
  await feed.bindCards(cards.flat());
  let daysAgo = 28;
  const round = async (): Promise<number> => {
    daysAgo -= 1;
    const batches = cards.map(tokens =>
      tokens.flatMap(riderToken => ridesOfDay({ riderToken, daysAgo, rides: RIDES_A_DAY }, feed.openedAtMs)),
    );
    const ms = await elapsedMs(() => Promise.all(batches.map(batch => sendWhole(feed, batch))));
    return (batches.flat().length * 1000) / ms;
  };
  const { rate } = await interleave(context, PLAN, { rate: round });
  return [{ name: 'ride-rate/end-to-end', unit: '1/s', ...summaryOf(rate) }];
}

async function sendWhole(feed: PartnerFeed, batch: Parameters<PartnerFeed['send']>[0]): Promise<void> {
  const answer = await feed.send(batch);
  if (answer.accepted !== batch.length)
    throw new Error(`not all rides were taken: ${JSON.stringify(answer)}`);
}

/** Rides a second from signed batches over HTTP to ledger entries on disk, everything on this machine. */
export const rideRate: Bench = {
  name: 'ride-rate',
  purpose: 'rides a second end to end',
  run: context =>
    ProductEndpoint.during(context, async product => measure(context, await PartnerFeed.open(product))),
};
