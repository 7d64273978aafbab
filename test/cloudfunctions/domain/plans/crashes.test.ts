import { settlePlans } from '../../../../cloudfunctions/domain/plans';
import type { Platform } from '../../../../cloudfunctions/platform';
import { DAY_MS } from '../expiry/time-world';
import { Killed, type SealDatabase } from '../seals/seal-database';
import { MINUTE_MS, PlanWorld } from './plan-world';

type Process = Platform & { database: SealDatabase };
type Act = (world: PlanWorld, process: Process) => Promise<unknown>;

/** All documents but for what is drawn and stamped anew with each try. */
const contents = (world: PlanWorld): string =>
  JSON.stringify(
    [...world.documents.snapshot()]
      .map(([name, texts]) => [name, [...texts].sort()])
      .sort()
      .filter(([name]) => name !== 'answers'),
  ).replace(/\d{26}/g, 'drawn');

const made = async (world: PlanWorld) => {
  await world.keep('one');
  world.trip('ride', { fromMs: world.nowMs });
};

const acts: Record<string, { before: Act; act: Act }> = {
  'making a plan, sent again': {
    before: async () => undefined,
    act: (world, process) => world.keep('one', {}, process),
  },
  'the job that fulfils': {
    before: async world => {
      await made(world);
      world.nowMs += 30 * MINUTE_MS;
    },
    act: (world, process) => world.run(settlePlans, process),
  },
  'the job that takes the bonus back': {
    before: async world => {
      await made(world);
      world.nowMs += 30 * MINUTE_MS;
      await world.run(settlePlans);
      world.trip('ride', { fromMs: world.nowMs - 30 * MINUTE_MS, state: 'reversed' });
      world.nowMs += 7 * DAY_MS;
    },
    act: (world, process) => world.run(settlePlans, process),
  },
};

test.each(Object.entries(acts))(
  '%s: killed at any call and done again it leaves the same',
  async (_, { before, act }) => {
    const start = new PlanWorld();
    await before(start, start.process());
    const calm = start.copy();
    const process = calm.process();
    await act(calm, process);
    // The job that is done again has nothing left to do.
    const wanted = contents(calm);
    expect(process.database.calls).toBeGreaterThan(3);
    for (let call = 0; call < process.database.calls; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const world = start.copy();
        const killed = world.process();
        killed.database.killAt = { call, when };
        await act(world, killed).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
        await act(world, world.process());
        await act(world, world.process());
        if (contents(world) !== wanted) throw new Error(`killed ${when} call ${call}: ${contents(world)}`);
        expect(await world.faults()).toEqual([]);
      }
    }
  },
);
