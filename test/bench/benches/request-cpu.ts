import type { Bench, BenchContext, Measurement } from '../bench';
import { type Action, getById, updateById } from '../http/admin-client';
import { eachRound, interleave } from '../measuring/interleave';
import { summaryOf } from '../measuring/median';
import { cpuMicrosOf } from '../processes/metered-process';
import { type Side, withRig } from '../processes/rig';
import { insertAll, PostSeries } from '../product/post-series';

const PLAN = { rounds: 15, warmUps: 8 };
const READS = 400;
const WRITES = 200;
const RIDERS = 500;

/** Microseconds of the server's processor a request, at one caller. */
async function microsEach({ server, callers }: Side, count: number, action: (number: number) => Action) {
  const micros = await cpuMicrosOf(server, () =>
    callers.work(count, (client, number) => client.send(action(number))),
  );
  return micros / count;
}

async function measure(
  context: BenchContext,
  name: string,
  usualCount: number,
  action: (number: number) => Action,
  sides: { endpoint: Side; nothing: Side },
): Promise<Measurement[]> {
  const count = context.amount(usualCount);
  const rounds = await interleave(context, PLAN, {
    endpoint: () => microsEach(sides.endpoint, count, action),
    nothing: () => microsEach(sides.nothing, count, action),
  });
  const ratios = eachRound(rounds, ({ endpoint, nothing }) => endpoint / nothing);
  const differences = eachRound(rounds, ({ endpoint, nothing }) => endpoint - nothing);
  return [
    { name: `request-cpu/${name}/endpoint`, unit: 'µs', ...summaryOf(rounds.endpoint) },
    { name: `request-cpu/${name}/null-server`, unit: 'µs', ...summaryOf(rounds.nothing) },
    { name: `request-cpu/${name}/endpoint-minus-null`, unit: 'µs', ...summaryOf(differences) },
    { name: `request-cpu/${name}/endpoint-over-null`, unit: 'ratio', ...summaryOf(ratios) },
  ];
}

/** What the endpoint's process spends on one request, beside a server that parses the same bytes and does nothing. */
export const requestCpu: Bench = {
  name: 'request-cpu',
  purpose: 'processor time of a request at the endpoint and at a null server',
  run: context =>
    withRig(context, 1, async sides => {
      const series = new PostSeries('request', context.amount(RIDERS));
      await insertAll(sides.endpoint.callers.clients[0]!, 'ledger_accounts', series.accounts());
      const idOf = (number: number) => series.accountId(number % series.riderCount);
      let updates = 0;
      const update = (number: number): Action => {
        updates += 1;
        return updateById('ledger_accounts', idOf(number), { seq: updates, updatedAtMs: updates });
      };
      context.say('reads by id');
      const read = (number: number): Action => getById('ledger_accounts', idOf(number));
      const reads = await measure(context, 'get-by-id', READS, read, sides);
      context.say('updates by id');
      return [...reads, ...(await measure(context, 'update-by-id', WRITES, update, sides))];
    }),
};
