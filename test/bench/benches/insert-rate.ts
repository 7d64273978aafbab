import type { Bench, BenchContext, Measurement } from '../bench';
import { actionBytes, insert } from '../http/admin-client';
import { elapsedMs } from '../measuring/elapsed';
import { eachRound, interleave } from '../measuring/interleave';
import { summaryOf } from '../measuring/median';
import { type Rig, type Side, withRig } from '../processes/rig';
import { entrySeries } from '../product/entry-series';

const PLAN = { rounds: 21, warmUps: 12 };
const CALLERS = 50;
const INSERTS = 800;

async function requestsASecond({ server, callers }: Side, entries: readonly object[]): Promise<number> {
  const requests = entries.map(entry => actionBytes(server.port, insert('ledger_entries', [entry])));
  const ms = await elapsedMs(() =>
    callers.work(requests.length, (client, number) => client.sendBytes(requests[number]!)),
  );
  return (requests.length * 1000) / ms;
}

async function measure(context: BenchContext, { endpoint, nothing }: Rig): Promise<Measurement[]> {
  const entries = entrySeries('insert', context.amount(INSERTS));
  const rounds = await interleave(context, PLAN, {
    endpoint: () => requestsASecond(endpoint, entries()),
    nothing: () => requestsASecond(nothing, entries()),
  });
  const ratios = eachRound(rounds, round => round.endpoint / round.nothing);
  return [
    { name: 'insert-rate/endpoint', unit: '1/s', ...summaryOf(rounds.endpoint) },
    { name: 'insert-rate/null-server', unit: '1/s', ...summaryOf(rounds.nothing) },
    { name: 'insert-rate/endpoint-over-null', unit: 'ratio', goal: { atLeast: 0.5 }, ...summaryOf(ratios) },
  ];
}

/** Durable inserts a second at 50 callers, beside requests of the same bytes that nobody does anything for. */
export const insertRate: Bench = {
  name: 'insert-rate',
  purpose: 'durable inserts a second at 50 callers',
  run: context => withRig(context, CALLERS, rig => measure(context, rig)),
};
