import { dayOf } from '../ledger/model-outside';
import { simulate } from '../ledger/world/simulation';
import type { World } from '../ledger/world/world';
import { CheckedWorld } from './checked-world';

/**
 * What stops paying out has to be right: histories with clocks an hour apart, deaths and conflicts are sealed night by night
 * as they come, entries that are late included, and the checks find nothing wrong with them.
 */
const SEEDS = process.env.SOAK ? 2_000 : 40;
const DAY_MS = 86_400_000;

interface Seen {
  nowMs: number;
  /** By collection and id. */
  documents: ReadonlyMap<string, { text: string }>;
}

/** The ledger as it was at the end of each day on which something happened. */
async function daysOf(seed: number): Promise<Seen[]> {
  const days = new Map<string, Seen>();
  const watch = ({ store, nowMs }: World) =>
    void days.set(dayOf(nowMs), { nowMs, documents: store.documents });
  await simulate(seed, false, { watch, longestPauseMs: 2 * DAY_MS });
  return [...days.values()].sort((left, right) => left.nowMs - right.nowMs);
}

/** False when an entry is later than any seal takes it up: the seed’s clock went on for days in the middle of it. */
function live(world: CheckedWorld, { nowMs, documents }: Seen): boolean {
  world.nowMs = Math.max(nowMs, world.nowMs);
  const takenUpFrom = dayOf(world.nowMs - 6 * DAY_MS);
  let isHonest = true;
  for (const [name, { text }] of documents) {
    const at = name.indexOf('/');
    const of = world.documents.of(name.slice(0, at));
    const id = name.slice(at + 1);
    if (!of.has(id) && name.startsWith('ledger_entries/'))
      isHonest &&= (JSON.parse(text) as { day: string }).day >= takenUpFrom;
    of.set(id, text);
  }
  return isHonest;
}

async function checkedNight(world: CheckedWorld): Promise<void> {
  world.nowMs += DAY_MS - ((world.nowMs + 8 * 3_600_000) % DAY_MS) + 10 * 60_000;
  await world.seal();
  await world.verifyDays();
  await world.verifyWhole();
}

interface SealDocument {
  _id: string;
  day: string;
  lateCount: number;
}

/** How many entries came late; null when one came later than that. */
async function checkedLife(seed: number): Promise<number | null> {
  const world = new CheckedWorld();
  for (const seen of await daysOf(seed)) {
    if (!live(world, seen)) return null;
    await checkedNight(world);
    expect([seed, world.found()]).toEqual([seed, []]);
  }
  // Late ones of the last day, and what waited for them.
  await checkedNight(world);
  await checkedNight(world);
  expect([seed, world.found()]).toEqual([seed, []]);
  const seals = world.documents.all<SealDocument>({ name: 'seals' } as never);
  const { links, replayed } = world.totalsOf(seals.at(-1)!.day)!;
  expect([seed, replayed]).toEqual([seed, links]);
  return seals.reduce((sum, { lateCount }) => sum + lateCount, 0);
}

test('whatever the seed, a sound ledger is found sound, night by night', async () => {
  const lives: number[] = [];
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const late = await checkedLife(seed);
    if (late !== null) lives.push(late);
  }
  expect(lives.length).toBeGreaterThan(SEEDS / 2);
  expect(lives.filter(late => late > 0).length).toBeGreaterThan(0);
});
