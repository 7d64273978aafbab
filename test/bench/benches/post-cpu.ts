import type { Bench, BenchContext, Measurement } from '../bench';
import { eachRound, interleave, type Rounds } from '../measuring/interleave';
import { summaryOf } from '../measuring/median';
import { cpuMicrosOf } from '../processes/metered-process';
import { type Rig, type Side, withRig } from '../processes/rig';
import { type BareLedger, openBareLedger, textsOf } from '../product/bare-ledger';
import { insertAll, PostSeries } from '../product/post-series';
import { sendPost, sendPostForNothing } from '../product/protocol-post';

const PLAN = { rounds: 15, warmUps: 15 };
const POSTS = 100;
const RIDERS = 500;

/** Microseconds a post of the server's processor. */
async function serverMicros(
  { server, callers }: Side,
  count: number,
  series: PostSeries,
  send: typeof sendPost,
) {
  const micros = await cpuMicrosOf(server, () => callers.work(count, client => send(client, series.next())));
  return micros / count;
}

/** Microseconds a post of this process's processor; the texts are made before. */
function bareMicros(ledger: BareLedger, count: number, series: PostSeries): number {
  const posts = Array.from({ length: count }, () => textsOf(series.next()));
  const before = process.cpuUsage();
  for (const post of posts) ledger.post(post);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

async function measure(context: BenchContext, { endpoint, nothing }: Rig) {
  const count = context.amount(POSTS);
  const riderCount = context.amount(RIDERS);
  const [stored, unstored, bare] = ['stored', 'nowhere', 'bare'].map(
    name => new PostSeries(name, riderCount),
  ) as [PostSeries, PostSeries, PostSeries];
  const ledger = openBareLedger(context.folder);
  ledger.addAccounts(bare.accounts());
  await insertAll(endpoint.callers.clients[0]!, 'ledger_accounts', stored.accounts());
  const rounds = await interleave(context, PLAN, {
    endpoint: () => serverMicros(endpoint, count, stored, sendPost),
    nothing: () => serverMicros(nothing, count, unstored, sendPostForNothing),
    bare: async () => bareMicros(ledger, count, bare),
  });
  ledger.close();
  return rounds;
}

/**
 * The goal is of what the endpoint itself does: its time without that of a server that gets the same requests and does
 * nothing for them. The whole time, requests included, is told beside it.
 */
function measurements(rounds: Rounds<'endpoint' | 'nothing' | 'bare'>): Measurement[] {
  const net = eachRound(rounds, ({ endpoint, nothing, bare }) => (endpoint - nothing) / bare);
  const whole = eachRound(rounds, ({ endpoint, bare }) => endpoint / bare);
  const least = eachRound(rounds, ({ endpoint, nothing, bare }) => endpoint / (nothing + bare));
  const goal = { atMost: 2 };
  return [
    { name: 'post-cpu/endpoint', unit: 'µs', ...summaryOf(rounds.endpoint) },
    { name: 'post-cpu/five-null-requests', unit: 'µs', ...summaryOf(rounds.nothing) },
    { name: 'post-cpu/bare-libsql', unit: 'µs', ...summaryOf(rounds.bare) },
    { name: 'post-cpu/endpoint-minus-null-over-bare', unit: 'ratio', goal, ...summaryOf(net) },
    { name: 'post-cpu/endpoint-over-bare', unit: 'ratio', ...summaryOf(whole) },
    { name: 'post-cpu/endpoint-over-null-and-bare', unit: 'ratio', ...summaryOf(least) },
  ];
}

/** What the endpoint's process spends on a post's five calls, beside the same transaction in one's own process. */
export const postCpu: Bench = {
  name: 'post-cpu',
  purpose: 'processor time of a post’s five calls at the endpoint',
  run: context => withRig(context, 1, async rig => measurements(await measure(context, rig))),
};
