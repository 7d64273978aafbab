import type { Bench, BenchContext, Goal, Measurement } from '../bench';
import { actionBytes, addCollection, insert } from '../http/admin-client';
import { elapsedMs } from '../measuring/elapsed';
import { eachRound, interleave } from '../measuring/interleave';
import { summaryOf } from '../measuring/median';
import { type Rig, type Side, withRig } from '../processes/rig';
import { entrySeries } from '../product/entry-series';
import { PLAIN_COLLECTION, plainSeries } from '../product/plain-documents';

const PLAN = { rounds: 15, warmUps: 8 };
const CALLERS = 50;
const INSERTS = 800;

/** Documents a round, and where they go. */
interface Kind {
  name: string;
  collection: string;
  next: () => object[];
  goal?: Goal;
}

async function requestsASecond({ server, callers }: Side, { collection, next }: Kind): Promise<number> {
  const requests = next().map(document => actionBytes(server.port, insert(collection, [document])));
  const ms = await elapsedMs(() =>
    callers.work(requests.length, (client, number) => client.sendBytes(requests[number]!)),
  );
  return (requests.length * 1000) / ms;
}

async function measure(context: BenchContext, rig: Rig, kind: Kind): Promise<Measurement[]> {
  context.say(kind.name);
  const rounds = await interleave(context, PLAN, {
    endpoint: () => requestsASecond(rig.endpoint, kind),
    nothing: () => requestsASecond(rig.nothing, kind),
  });
  const ratio = summaryOf(eachRound(rounds, ({ endpoint, nothing }) => endpoint / nothing));
  const name = `insert-rate/${kind.name}`;
  return [
    { name: `${name}/endpoint`, unit: '1/s', ...summaryOf(rounds.endpoint) },
    { name: `${name}/null-server`, unit: '1/s', ...summaryOf(rounds.nothing) },
    {
      name: `${name}/endpoint-over-null`,
      unit: 'ratio',
      ...(kind.goal && { goal: kind.goal }),
      ...ratio,
    },
  ];
}

/**
 * Durable inserts a second at 50 callers, beside requests of the same bytes that nobody does anything for. The goal is of
 * small documents without an index; ledger entries are longer and have three.
 */
export const insertRate: Bench = {
  name: 'insert-rate',
  purpose: 'durable inserts a second at 50 callers',
  run: context =>
    withRig(context, CALLERS, async rig => {
      const count = context.amount(INSERTS);
      await rig.endpoint.callers.clients[0]!.send(addCollection(PLAIN_COLLECTION));
      const goal = { atLeast: 0.5 };
      const plain = { name: 'plain', collection: PLAIN_COLLECTION, next: plainSeries(count), goal };
      const entry = {
        name: 'ledger-entry',
        collection: 'ledger_entries',
        next: entrySeries('insert', count),
      };
      return [...(await measure(context, rig, plain)), ...(await measure(context, rig, entry))];
    }),
};
