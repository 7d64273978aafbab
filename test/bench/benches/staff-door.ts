import path from 'node:path';
import type { Bench, BenchContext, Measurement } from '../bench';
import { elapsedMs } from '../measuring/elapsed';
import { eachRound, interleave } from '../measuring/interleave';
import { summaryOf } from '../measuring/median';
import { type Endpoint, startEndpoint } from '../processes/endpoint';
import { advanceAMinute, call, plantAuditor } from '../product/staff-calls';

const PLAN = { rounds: 15, warmUps: 5 };
const CALLS_A_ROUND = 10;
/** Two rate windows, the identity, the member and the team. */
const CALLS_OF_THE_DOOR = 5;
/** What the two procedures that are compared do besides: one reading by an index each. */
const CALLS_OF_THE_READING = 1;
/** Two rate windows and the identity; and as many windows for the denials, which are no longer written down. */
const CALLS_OF_A_REFUSAL = 5;
const DENIALS_WRITTEN_DOWN = 10;

async function lastCost(endpoint: Endpoint): Promise<number> {
  const response = await fetch(`${endpoint.url}/calls?limit=1`);
  return ((await response.json()) as { calls: { databaseCalls: number }[] }).calls[0]!.databaseCalls;
}

const readings = {
  /** Asks for a permission. */
  staff: (endpoint: Endpoint) =>
    call(endpoint, 'staff', 'o-auditor', { procedure: 'audit.chains', input: {} }),
  /** Asks for nothing but that the rider is known. */
  rider: (endpoint: Endpoint) => call(endpoint, 'api', 'o-rider', { procedure: 'bindings.list', input: {} }),
  refused: (endpoint: Endpoint) =>
    call(endpoint, 'staff', 'o-nobody', { procedure: 'staff.list', input: {} }),
};

async function databaseCalls(endpoint: Endpoint): Promise<Measurement[]> {
  for (let denied = 0; denied < DENIALS_WRITTEN_DOWN; denied += 1) await readings.refused(endpoint);
  const measured: Measurement[] = [];
  const measure = async (name: keyof typeof readings, atMost?: number) => {
    // A minute's first call opens the rate windows; the second is as all the others are.
    await readings[name](endpoint);
    await readings[name](endpoint);
    const value = await lastCost(endpoint);
    measured.push({
      name: `staff-door/${name}/calls`,
      unit: 'calls',
      value,
      ...(atMost !== undefined && { goal: { atMost } }),
    });
  };
  await measure('staff', CALLS_OF_THE_DOOR + CALLS_OF_THE_READING);
  await measure('rider');
  await measure('refused', CALLS_OF_A_REFUSAL);
  return measured;
}

async function times(context: BenchContext, endpoint: Endpoint): Promise<Measurement[]> {
  const count = context.amount(CALLS_A_ROUND);
  const each = (read: (endpoint: Endpoint) => Promise<boolean>) => async () => {
    const wholeMs = await elapsedMs(async () => {
      for (let number = 0; number < count; number += 1) await read(endpoint);
    });
    // Far below the rates of a minute, which would refuse the calls that are measured.
    await advanceAMinute(endpoint);
    return wholeMs / count;
  };
  const rounds = await interleave(context, PLAN, {
    staff: each(readings.staff),
    rider: each(readings.rider),
  });
  const ratios = eachRound(rounds, ({ staff, rider }) => staff / rider);
  return [
    { name: 'staff-door/staff/time', unit: 'ms', ...summaryOf(rounds.staff) },
    { name: 'staff-door/rider/time', unit: 'ms', ...summaryOf(rounds.rider) },
    { name: 'staff-door/staff-over-rider/time', unit: 'ratio', ...summaryOf(ratios) },
  ];
}

/** The product's own functions `staff` and `api`: a reading that asks for a permission beside one that asks for none. */
export const staffDoor: Bench = {
  name: 'staff-door',
  purpose: 'database calls and time of an authorised procedure beside an unauthorised one',
  run: async context => {
    const functionsFolder = path.join(context.root, 'dist/cloudfunctions');
    const endpoint = await startEndpoint(context, { functionsFolder });
    try {
      await plantAuditor(endpoint);
      await call(endpoint, 'api', 'o-rider', {
        procedure: 'riders.signIn',
        requestId: 'bench-rider',
        input: {},
      });
      return [...(await databaseCalls(endpoint)), ...(await times(context, endpoint))];
    } finally {
      await endpoint.stop();
    }
  },
};
