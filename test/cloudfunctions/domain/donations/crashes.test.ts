import { postDonations } from '../../../../cloudfunctions/domain/donations';
import { lapseHolds } from '../../../../cloudfunctions/domain/expiry';
import type { Platform } from '../../../../cloudfunctions/platform';
import { DAY_MS } from '../expiry/time-world';
import { Killed, type SealDatabase } from '../seals/seal-database';
import { DonationWorld, MINUTE_MS } from './donation-world';

type Process = Platform & { database: SealDatabase };
type Act = (world: DonationWorld, process: Process) => Promise<unknown>;

/** All documents but for what is drawn and stamped anew with each try. */
const contents = (world: DonationWorld): string =>
  JSON.stringify(
    [...world.documents.snapshot()]
      .map(([name, texts]) => [name, [...texts].sort()])
      .sort()
      .filter(([name]) => name !== 'answers'),
  ).replace(/\d{26}/g, 'drawn');

const acts: Record<string, { before: Act; act: Act }> = {
  'giving, sent again': {
    before: async () => undefined,
    act: (world, process) => world.give('a', 80, 'give a', process),
  },
  'taking back, sent again': {
    before: world => world.give('a', 80),
    act: (world, process) => world.takeBack('a', 'give a', 'back', process),
  },
  'the job that gives': {
    before: async world => {
      await world.give('a', 80);
      await world.give('a', 20, 'second');
      world.nowMs += 31 * MINUTE_MS;
    },
    act: (world, process) => world.run(postDonations, process),
  },
  'the jobs that let come back': {
    before: async world => {
      await world.give('a', 80);
      world.nowMs += 2 * DAY_MS;
    },
    act: async (world, process) => {
      await world.run(lapseHolds, process);
      await world.run(postDonations, process);
    },
  },
};

test.each(Object.entries(acts))(
  '%s: killed at any call and done again it leaves the same',
  async (_, { before, act }) => {
    const start = new DonationWorld();
    await start.bonus('user:a', 50);
    await start.ride('user:a', 100);
    await before(start, start.process());
    const calm = start.copy();
    const process = calm.process();
    await act(calm, process);
    const wanted = contents(calm);
    expect(process.database.calls).toBeGreaterThan(5);
    for (let call = 0; call < process.database.calls; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const world = start.copy();
        const killed = world.process();
        killed.database.killAt = { call, when };
        await act(world, killed).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
        // Twice: the second time there is nothing left to do.
        await act(world, world.process());
        await act(world, world.process());
        if (contents(world) !== wanted) throw new Error(`killed ${when} call ${call}: ${contents(world)}`);
        expect(await world.faults()).toEqual([]);
      }
    }
  },
);
