import { type Events, simulate } from './world/simulation';

/**
 * One seed drives the clock, the order of all calls, conflicts, repeated deliveries and deaths at every call. A seed that
 * fails is named, and `SEED=<number>` lives it alone once more.
 */
const seeds = process.env.SEED
  ? [Number(process.env.SEED)]
  : Array.from({ length: process.env.SOAK ? 10_000 : 2_000 }, (_, seed) => seed);

/** The verifier reads every so many of them as well. */
const VERIFIED_EVERY = process.env.SEED ? 1 : 25;

/** Many times what they take; a machine may be busy. */
const LONGEST_MS = 30 * 60_000;

const total: Events = { entries: 0, crashes: 0, conflicts: 0, lost: 0, unknown: 0, together: 0 };

test(
  'whatever the seed, nothing is lost, doubled or overdrawn, and the oracle agrees entry by entry',
  async () => {
    for (const seed of seeds) {
      const events = await simulate(seed, seed % VERIFIED_EVERY === 0);
      for (const [name, count] of Object.entries(events)) total[name as keyof Events] += count;
    }
  },
  LONGEST_MS,
);

test('the seeds bring about what they are there for', () => {
  for (const [name, count] of Object.entries(total))
    expect([name, count > seeds.length / 10]).toEqual([name, true]);
});

test('the same seed does the same again', async () => {
  expect(await simulate(7)).toEqual(await simulate(7));
});
