import type { Entry } from '../../../cloudfunctions/domain/ledger';
import type { Bench, BenchContext, Measurement } from '../bench';
import { actionBytes, ejson, insert } from '../http/admin-client';
import { elapsedMs } from '../measuring/elapsed';
import { eachRound, interleave } from '../measuring/interleave';
import { summaryOf } from '../measuring/median';
import { type Rig, type Side, withRig } from '../processes/rig';
import { openBareDatabase } from '../product/bare-database';
import { entrySeries } from '../product/entry-series';

const PLAN = { rounds: 31, warmUps: 20 };
const WRITES = 50;

const SCHEMA = 'CREATE TABLE documents (row INTEGER PRIMARY KEY, collection TEXT, id TEXT, ejson TEXT)';

/** Microseconds from a request to its answer, with what the caller does after each. */
async function requestMicros(
  { server, callers }: Side,
  entries: readonly Entry[],
  afterwards: (number: number) => void = () => {},
): Promise<number> {
  const requests = entries.map(entry => actionBytes(server.port, insert('ledger_entries', [entry])));
  const ms = await elapsedMs(() =>
    callers.work(entries.length, async (client, number) => {
      await client.sendBytes(requests[number]!);
      afterwards(number);
    }),
  );
  return (ms * 1000) / entries.length;
}

/** Makes functions that commit one of the texts that the endpoint stores, in a row as it stores them. */
function bareWriter(folder: string) {
  const database = openBareDatabase(folder, SCHEMA);
  const write = database.prepare('INSERT INTO documents VALUES (?, ?, ?, ?)');
  const commitEach = (entries: readonly Entry[]) => {
    const texts = entries.map(ejson);
    return (number: number): void =>
      void write.run(null, 'ledger_entries', entries[number]!._id, texts[number]!);
  };
  return { commitEach, close: () => void database.close() };
}

async function measure(context: BenchContext, { endpoint, nothing }: Rig): Promise<Measurement[]> {
  const bare = bareWriter(context.folder);
  const entries = entrySeries('write', context.amount(WRITES));
  // One after the other, because a disk and a processor that have just been idle answer later than busy ones.
  const requestAndCommit = (made: readonly Entry[]) => requestMicros(nothing, made, bare.commitEach(made));
  const rounds = await interleave(context, PLAN, {
    endpoint: () => requestMicros(endpoint, entries()),
    least: () => requestAndCommit(entries()),
    request: () => requestMicros(nothing, entries()),
  });
  bare.close();
  const goal = { atMost: 2 };
  const ratio = summaryOf(eachRound(rounds, round => round.endpoint / round.least));
  return [
    { name: 'durable-write/endpoint', unit: 'µs', ...summaryOf(rounds.endpoint) },
    { name: 'durable-write/null-request', unit: 'µs', ...summaryOf(rounds.request) },
    { name: 'durable-write/null-request-and-bare-commit', unit: 'µs', ...summaryOf(rounds.least) },
    { name: 'durable-write/endpoint-over-null-request-and-bare-commit', unit: 'ratio', goal, ...ratio },
  ];
}

/** How long one caller waits for a durable insert, beside the least that it could take: a request and a commit. */
export const durableWrite: Bench = {
  name: 'durable-write',
  purpose: 'latency of a durable insert at one caller',
  run: context => withRig(context, 1, rig => measure(context, rig)),
};
