import type { Bench, BenchContext, Measurement } from '../bench';
import { actionBytes, ejson, insert } from '../http/admin-client';
import { elapsedMs } from '../measuring/elapsed';
import { eachRound, interleave } from '../measuring/interleave';
import { summaryOf } from '../measuring/median';
import { type Rig, type Side, withRig } from '../processes/rig';
import { openBareDatabase } from '../product/bare-database';
import { entrySeries } from '../product/entry-series';

const PLAN = { rounds: 41, warmUps: 30 };
const WRITES = 50;

const SCHEMA = 'CREATE TABLE documents (row INTEGER PRIMARY KEY, collection TEXT, id TEXT, ejson TEXT)';

/** Microseconds from a request to its answer. */
async function requestMicros(
  { server, callers }: Side,
  entries: readonly { _id: string }[],
): Promise<number> {
  const requests = entries.map(entry => actionBytes(server.port, insert('ledger_entries', [entry])));
  const ms = await elapsedMs(() =>
    callers.work(entries.length, (client, number) => client.sendBytes(requests[number]!)),
  );
  return (ms * 1000) / entries.length;
}

/** Commits the texts that the endpoint stores, in rows as it stores them. */
function bareWriter(folder: string) {
  const database = openBareDatabase(folder, SCHEMA);
  const write = database.prepare('INSERT INTO documents VALUES (?, ?, ?, ?)');
  const commitMicros = async (entries: readonly { _id: string }[]): Promise<number> => {
    const texts = entries.map(ejson);
    const ms = await elapsedMs(() => {
      for (const [at, { _id: id }] of entries.entries()) write.run(null, 'ledger_entries', id, texts[at]!);
    });
    return (ms * 1000) / entries.length;
  };
  return { commitMicros, close: () => void database.close() };
}

async function measure(context: BenchContext, { endpoint, nothing }: Rig): Promise<Measurement[]> {
  const bare = bareWriter(context.folder);
  const entries = entrySeries('write', context.amount(WRITES));
  const rounds = await interleave(context, PLAN, {
    endpoint: () => requestMicros(endpoint, entries()),
    nothing: () => requestMicros(nothing, entries()),
    bare: () => bare.commitMicros(entries()),
  });
  bare.close();
  const ratios = eachRound(rounds, round => round.endpoint / (round.nothing + round.bare));
  return [
    { name: 'durable-write/endpoint', unit: 'µs', ...summaryOf(rounds.endpoint) },
    { name: 'durable-write/null-request', unit: 'µs', ...summaryOf(rounds.nothing) },
    { name: 'durable-write/bare-commit', unit: 'µs', ...summaryOf(rounds.bare) },
    {
      name: 'durable-write/endpoint-over-null-request-and-bare-commit',
      unit: 'ratio',
      goal: { atMost: 2 },
      ...summaryOf(ratios),
    },
  ];
}

/** How long one caller waits for a durable insert, beside the least that it could take: a request and a commit. */
export const durableWrite: Bench = {
  name: 'durable-write',
  purpose: 'latency of a durable insert at one caller',
  run: context => withRig(context, 1, rig => measure(context, rig)),
};
