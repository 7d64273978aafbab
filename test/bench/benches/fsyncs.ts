import type { Bench, BenchContext, Measurement } from '../bench';
import { insert } from '../http/admin-client';
import { Callers } from '../http/callers';
import { startEndpoint } from '../processes/endpoint';
import { type SyncTrace, traceSyncs } from '../processes/sync-trace';
import { entrySeries } from '../product/entry-series';
import { writeCollectionsOnly } from '../product/functions-folder';
import { insertAll, PostSeries } from '../product/post-series';
import { sendPost } from '../product/protocol-post';

const POSTS = 300;
const MANY_CALLERS = 50;
/** More than callers, so that no two open posts are of one account. */
const RIDERS = 500;

async function syncsEach(trace: SyncTrace, count: number, work: () => Promise<void>): Promise<number> {
  const before = trace.count();
  await work();
  return (trace.count() - before) / count;
}

async function measure(context: BenchContext, trace: SyncTrace, one: Callers, many: Callers) {
  const count = context.amount(POSTS);
  const series = new PostSeries('synced', context.isQuick ? MANY_CALLERS : RIDERS);
  await insertAll(one.clients[0]!, 'ledger_accounts', series.accounts());
  const entries = entrySeries('inserted', count)();
  const post = (callers: Callers) => () => callers.work(count, client => sendPost(client, series.next()));
  const inserts = () =>
    one.work(count, (client, number) => client.send(insert('ledger_entries', [entries[number]!])));
  context.say('one caller');
  const ofPost = await syncsEach(trace, count, post(one));
  const ofInsert = await syncsEach(trace, count, inserts);
  context.say(`${MANY_CALLERS} callers`);
  return { ofPost, ofInsert, ofPostAmongMany: await syncsEach(trace, count, post(many)) };
}

const measurements = (found: Awaited<ReturnType<typeof measure>>): Measurement[] => [
  { name: 'fsyncs/post-at-1-caller', unit: 'fsyncs', value: found.ofPost, goal: { atMost: 1.1 } },
  { name: 'fsyncs/insert-at-1-caller', unit: 'fsyncs', value: found.ofInsert, goal: { atMost: 1.1 } },
  { name: `fsyncs/post-at-${MANY_CALLERS}-callers`, unit: 'fsyncs', value: found.ofPostAmongMany },
];

/** How often the endpoint makes the disk keep something, as the kernel sees it; copying the log counts, too. */
export const fsyncs: Bench = {
  name: 'fsyncs',
  purpose: 'fsyncs of a post and of an insert',
  run: async context => {
    const trace = traceSyncs(context);
    const functionsFolder = writeCollectionsOnly(context);
    const endpoint = await startEndpoint(context, { functionsFolder, runBy: trace.runBy });
    const [one, many] = await Promise.all([1, MANY_CALLERS].map(count => Callers.open(endpoint.port, count)));
    try {
      return measurements(await measure(context, trace, one!, many!));
    } finally {
      for (const callers of [one!, many!]) callers.close();
      await endpoint.stop();
    }
  },
};
