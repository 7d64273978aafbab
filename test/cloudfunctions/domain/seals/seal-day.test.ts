import { poolSealedIntake, sealDay } from '../../../../cloudfunctions/domain/seals';
import { ledgerLog } from '../../../../cloudfunctions/domain/seals/ledger-log';
import { sealNextDay } from '../../../../cloudfunctions/domain/seals/seal-day';
import { type Chunk, sealChunks, seals } from '../../../../cloudfunctions/domain/seals/store';
import { LEAVES_A_CHUNK } from '../../../../cloudfunctions/domain/seals/write-chunks';
import { leafHash, treeRoot } from '../../../../miniprogram/proof';
import { beijing } from '../ledger/notation';
import { Killed } from './seal-database';
import { fill, hashOf, SealedWorld } from './sealed-world';

const DAY = '2026-11-20';
const later = Number.MAX_SAFE_INTEGER;
let world: SealedWorld;
beforeEach(() => {
  world = new SealedWorld();
});

test('a seal holds the root before, the entries by key and the head of each account by name', async () => {
  world.put({ day: DAY, key: 'b', account: 'user:2', seq: 4 });
  world.put({ day: DAY, key: 'a', account: 'user:2', seq: 5 });
  world.put({ day: DAY, key: 'c', account: 'user:1', seq: 1 });
  await world.seal();
  expect(world.leavesOf(DAY)).toEqual([
    '{"previousRoot":null}',
    `{"entry":"a","hash":"${hashOf('a')}"}`,
    `{"entry":"b","hash":"${hashOf('b')}"}`,
    `{"entry":"c","hash":"${hashOf('c')}"}`,
    `{"account":"user:1","head":"${hashOf('c')}","seq":1}`,
    `{"account":"user:2","head":"${hashOf('a')}","seq":5}`,
  ]);
  expect(world.sealOf(DAY)).toMatchObject({ leafCount: 6, entryCount: 3, lateCount: 0, accounts: 2 });
});

test('the root is that of all leaves, whatever chunks they are in', async () => {
  fill(world, DAY, 2 * LEAVES_A_CHUNK + 7);
  await world.seal();
  const leaves = world.leavesOf(DAY);
  expect(leaves.length).toBeGreaterThan(2 * LEAVES_A_CHUNK);
  expect(world.sealOf(DAY).leafCount).toBe(leaves.length);
  expect(world.sealOf(DAY).root).toBe(treeRoot(leaves.map(text => leafHash(text))));
});

test('no day is left out, each names the root before, and the last day is the one that is over', async () => {
  fill(world, '2026-11-18', 2);
  world.nowMs = beijing('2026-11-21 00:09');
  await world.seal();
  expect(world.documents.all(seals).map(({ day }) => day)).toEqual(['2026-11-18', '2026-11-19']);
  world.nowMs = beijing('2026-11-21 00:10');
  await world.seal();
  const [first, empty, last] = ['2026-11-18', '2026-11-19', DAY].map(day => world.sealOf(day));
  expect(first!.previousRoot).toBeNull();
  expect(empty).toMatchObject({ previousRoot: first!.root, leafCount: 1, entryCount: 0 });
  expect(last!.previousRoot).toBe(empty!.root);
  expect(world.leavesOf(DAY)).toEqual([`{"previousRoot":"${empty!.root}"}`]);
});

test('nothing is sealed where nothing ever happened', async () => {
  await world.seal();
  expect(world.documents.all(seals)).toEqual([]);
});

test('late entries of the last seven days are found and flagged, once; older ones are not', async () => {
  for (const day of ['2026-11-11', '2026-11-13', '2026-11-18']) fill(world, day, 3);
  world.nowMs = beijing('2026-11-20 00:10');
  await world.seal();
  for (const [day, account] of [
    ['2026-11-12', 'user:too-old'],
    ['2026-11-13', 'user:x'],
    ['2026-11-18', 'user:y'],
  ] as const) {
    world.put({ day, key: `e-${day}-00001-late`, account, seq: 9 });
  }
  world.nowMs = beijing('2026-11-21 00:10');
  await world.seal();
  expect(world.leavesOf(DAY).slice(1)).toEqual([
    `{"entry":"e-2026-11-13-00001-late","hash":"${hashOf('e-2026-11-13-00001-late')}","late":"2026-11-13"}`,
    `{"entry":"e-2026-11-18-00001-late","hash":"${hashOf('e-2026-11-18-00001-late')}","late":"2026-11-18"}`,
    `{"account":"user:x","head":"${hashOf('e-2026-11-13-00001-late')}","seq":9}`,
    `{"account":"user:y","head":"${hashOf('e-2026-11-18-00001-late')}","seq":9}`,
  ]);
  expect(world.sealOf(DAY)).toMatchObject({ lateCount: 2, late: [{ day: '2026-11-13', count: 1 }, {}] });
  world.nowMs = beijing('2026-11-22 00:10');
  await world.seal();
  expect(world.sealOf('2026-11-21')).toMatchObject({ leafCount: 1, lateCount: 0 });
});

/** A day that is to be sealed, with late entries of a sealed one: the second chunk begins among those. */
async function twoDays(): Promise<SealedWorld> {
  const before = new SealedWorld();
  fill(before, '2026-11-19', 5);
  fill(before, DAY, LEAVES_A_CHUNK - 16);
  before.nowMs = beijing('2026-11-20 00:10');
  await before.seal();
  fill(before, '2026-11-19', 30, 'late');
  before.nowMs = beijing('2026-11-21 00:10');
  return before;
}

test('killed between any two calls and begun again, it makes the same root', async () => {
  const before = await twoDays();
  const calm = before.copy();
  const undisturbed = calm.process();
  await calm.seal(undisturbed);
  const { root, leafCount } = calm.sealOf(DAY);
  expect(undisturbed.database.calls).toBeGreaterThan(15);
  for (let call = 0; call < undisturbed.database.calls; call += 1) {
    const disturbed = before.copy();
    const killed = disturbed.process();
    killed.database.killAt = { call, when: 'before' };
    await expect(disturbed.seal(killed)).rejects.toThrow(Killed);
    await disturbed.seal();
    expect({ call, ...disturbed.sealOf(DAY) }).toMatchObject({ call, root, leafCount });
  }
});

test('killed a call further at each try, it still comes to the same root', async () => {
  const calm = await twoDays();
  await calm.seal();
  const disturbed = await twoDays();
  for (let call = 0; ; call += 1) {
    const killed = disturbed.process();
    killed.database.killAt = { call: call % 60, when: call % 2 === 0 ? 'before' : 'after' };
    const isDone = await disturbed.seal(killed).then(
      () => true,
      () => false,
    );
    if (isDone) break;
  }
  expect(disturbed.sealOf(DAY).root).toBe(calm.sealOf(DAY).root);
});

test('three at once make one seal, and entries that come meanwhile are in it or late in the next', async () => {
  const busy = await twoDays();
  const sealing = Promise.all([1, 2, 3].map(() => busy.seal()));
  let isOver = false;
  void sealing.then(() => {
    isOver = true;
  });
  for (let number = 0; !isOver; number += 1) {
    busy.put({ day: DAY, key: `e-${DAY}-${number % 9}-${number}`, account: 'user:busy', seq: 1 + number });
    await new Promise(resolve => setImmediate(resolve));
  }
  await sealing;
  const leaves = busy.leavesOf(DAY);
  expect(busy.sealOf(DAY).root).toBe(treeRoot(leaves.map(text => leafHash(text))));
  busy.nowMs = beijing('2026-11-22 00:10');
  await busy.seal();
  const sealed = [...leaves, ...busy.leavesOf('2026-11-21')].filter(text => text.includes(`"e-${DAY}`));
  const entries = [...busy.documents.of('ledger_entries').keys()].filter(key => key.startsWith(`e-${DAY}`));
  expect(sealed.map(text => (JSON.parse(text) as { entry: string }).entry).sort()).toEqual(entries.sort());
  expect(busy.sealOf('2026-11-21').lateCount).toBeGreaterThan(0);
});

test('a seal that has no time left stops after a chunk and goes on later', async () => {
  const calm = await twoDays();
  await calm.seal();
  const slow = await twoDays();
  let steps = 0;
  while (await sealNextDay(slow.process(), ledgerLog, 0)) steps += 1;
  expect(steps).toBe(2);
  expect(slow.documents.all(sealChunks).filter(({ _id }) => _id.includes(DAY))).toHaveLength(2);
  expect(slow.sealOf(DAY).root).toBe(calm.sealOf(DAY).root);
});

test('the job seals both logs and ends', async () => {
  fill(world, '2026-11-19', 2);
  const entry = {
    _id: 'x',
    timeline: `${String(beijing('2026-11-20 08:00')).padStart(15, '0')}-x`,
    atMs: beijing('2026-11-20 08:00'),
    chain: [{ account: 'system', seq: 1, previousHash: '0'.repeat(64), hash: hashOf('x') }],
  };
  world.documents.of('audit_entries').set('x', JSON.stringify(entry));
  let cursor: string | null = null;
  let steps = 0;
  do {
    ({ cursor } = await sealDay.step(world.process(), { windowStartMs: 0, cursor, deadlineMs: later }));
    steps += 1;
  } while (cursor !== null);
  expect(steps).toBe(5);
  expect(world.documents.all(seals).map(({ _id }) => _id)).toEqual([
    'ledger:2026-11-19',
    'ledger:2026-11-20',
    'audit:2026-11-20',
  ]);
  expect(world.documents.all(sealChunks).at(-1)!.leaves).toEqual([
    '{"previousRoot":null}',
    `{"entry":"x","hash":"${hashOf('x')}"}`,
    `{"account":"system","head":"${hashOf('x')}","seq":1}`,
  ]);
});

test('a chunk of the longest keys fits into one database call of 100 KB', async () => {
  for (let number = 0; number < LEAVES_A_CHUNK + 10; number += 1) {
    const key = `${'k'.repeat(175)}${String(number).padStart(5, '0')}`;
    world.put({ day: DAY, key, account: `user:${'u'.repeat(26)}${number}`, seq: 10_000 });
  }
  await world.seal();
  const sizeOf = (chunk: Chunk): number => JSON.stringify({ data: [JSON.stringify(chunk)] }).length;
  expect(Math.max(...world.documents.all(sealChunks).map(sizeOf))).toBeLessThan(100_000);
});

test('the sums are what the entries add to each open account', async () => {
  world.nowMs = beijing('2026-11-20 08:00');
  await world.earn('user:a', 'ride-1', 30);
  await world.earn('user:b', 'ride-2', 12);
  await world.give('user:a', 'gift', 9);
  world.nowMs = beijing('2026-11-21 00:10');
  await world.seal();
  expect(world.sealOf(DAY).sums).toEqual([
    { account: 'mint:trip', kind: 'carbon', origin: 'sz:2026-11', amount: -42 },
    { account: 'pool-intake:2026-11-27', kind: 'carbon', origin: 'sz:2026-11', amount: 9 },
  ]);
});

test('the pool job has nothing to do before there is a seal', async () => {
  const step = { windowStartMs: 0, cursor: null, deadlineMs: later };
  expect(await poolSealedIntake.step(world.process(), step)).toEqual({ cursor: null });
});
