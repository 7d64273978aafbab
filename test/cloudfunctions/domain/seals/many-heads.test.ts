import { LEAVES_A_CHUNK } from '../../../../cloudfunctions/domain/seals/write-chunks';
import { leafHash, treeRoot } from '../../../../miniprogram/proof';
import { Killed } from './seal-database';
import { hashOf, SealedWorld } from './sealed-world';

/** A day with many more accounts than heads are gathered at once. */
jest.mock('../../../../cloudfunctions/domain/seals/heads-at-once', () => ({ HEADS_AT_ONCE: 600 }));

const DAY = '2026-11-20';
const ACCOUNTS = 2_000;

/** Two entries of each account, the later one first by key for every other account. */
function busyDay(): SealedWorld {
  const world = new SealedWorld();
  for (let number = 0; number < ACCOUNTS; number += 1) {
    const account = `user:${(number * 7_919) % ACCOUNTS}`;
    const isLaterFirst = number % 2 === 0;
    world.put({ day: DAY, key: `a-${number}`, account, seq: isLaterFirst ? 2 : 1 });
    world.put({ day: DAY, key: `b-${number}`, account, seq: isLaterFirst ? 1 : 2 });
  }
  return world;
}

const headsOf = (world: SealedWorld) =>
  world
    .leavesOf(DAY)
    .map(text => JSON.parse(text) as { account?: string; seq: number; head: string })
    .filter(({ account }) => account !== undefined);

test('each account has one head, its latest, by name, and the root is that of all leaves', async () => {
  const world = busyDay();
  await world.seal();
  const heads = headsOf(world);
  const names = heads.map(({ account }) => account!);
  expect(heads).toHaveLength(ACCOUNTS);
  expect(names).toEqual([...new Set(names)].sort());
  expect(heads.every(({ seq }) => seq === 2)).toBe(true);
  const first = `user:${(2 * 7_919) % ACCOUNTS}`;
  expect(heads.find(({ account }) => account === first)!.head).toBe(hashOf('a-2'));
  const leaves = world.leavesOf(DAY);
  expect(leaves.length).toBe(1 + 3 * ACCOUNTS);
  expect(world.sealOf(DAY)).toMatchObject({
    accounts: ACCOUNTS,
    leafCount: leaves.length,
    root: treeRoot(leaves.map(text => leafHash(text))),
  });
});

test('killed while heads are written, at each chunk anew, it comes to the same root', async () => {
  const calm = busyDay();
  await calm.seal();
  const disturbed = busyDay();
  const tries = Math.ceil((1 + 3 * ACCOUNTS) / LEAVES_A_CHUNK);
  for (let tried = 0; tried < tries; tried += 1) {
    const killed = disturbed.process();
    killed.database.killAt = { call: 8 + tried, when: tried % 2 === 0 ? 'before' : 'after' };
    await disturbed.seal(killed).catch(error => expect(error).toBeInstanceOf(Killed));
  }
  await disturbed.seal();
  expect(disturbed.sealOf(DAY).root).toBe(calm.sealOf(DAY).root);
});
