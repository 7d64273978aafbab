import { poolAccount } from '../../../../cloudfunctions/domain/ledger';
import { poolSealedIntake } from '../../../../cloudfunctions/domain/seals';
import { sealedIntakes } from '../../../../cloudfunctions/domain/seals/store';
import type { Platform } from '../../../../cloudfunctions/platform';
import { beijing } from '../ledger/notation';
import { Killed, type SealDatabase } from './seal-database';
import { SealedWorld } from './sealed-world';

const ORIGIN = 'sz:2026-11';
const POOL = poolAccount(ORIGIN);
let world: SealedWorld;

/** Carbon of a ride of the 10th, given on the 11th (it settles on the 17th) and on the 20th (it has settled). */
beforeEach(async () => {
  world = new SealedWorld();
  world.nowMs = beijing('2026-11-10 08:00');
  await world.earn('user:a', 'ride', 30);
  world.nowMs = beijing('2026-11-11 08:00');
  await world.give('user:a', 'early', 4);
  world.nowMs = beijing('2026-11-12 00:10');
  await world.seal();
});

async function pool(platform: Platform = world.process()): Promise<void> {
  let cursor: string | null = null;
  do {
    ({ cursor } = await poolSealedIntake.step(platform, { windowStartMs: 0, cursor, deadlineMs: Infinity }));
  } while (cursor !== null);
}

const pooled = (): number => {
  const text = world.documents.of('ledger_accounts').get(POOL);
  const lots = text === undefined ? [] : (JSON.parse(text) as { lots: { amount: number }[] }).lots;
  return lots.reduce((sum, { amount }) => sum + amount, 0);
};

test('grams that may still be taken back wait for the seal of the day on which they settle', async () => {
  await pool();
  expect(pooled()).toBe(0);
  world.nowMs = beijing('2026-11-18 00:09');
  await world.seal();
  await pool();
  expect(pooled()).toBe(0);
  world.nowMs = beijing('2026-11-18 00:10');
  await world.seal();
  await pool();
  expect(pooled()).toBe(4);
});

test('what comes later to other days is moved by its own seal, each once', async () => {
  world.nowMs = beijing('2026-11-20 08:00');
  await world.give('user:a', 'later', 9);
  await world.give('user:a', 'later again', 2);
  world.nowMs = beijing('2026-11-21 00:10');
  await pool();
  expect(pooled()).toBe(0);
  await world.seal();
  await pool();
  await pool();
  expect(pooled()).toBe(15);
  expect(world.documents.all(sealedIntakes).map(({ _id, amount }) => [_id, amount])).toEqual([
    [`2026-11-11:2026-11-17:${ORIGIN}`, 4],
    [`2026-11-20:2026-11-20:${ORIGIN}`, 11],
  ]);
});

test('killed between any two calls and begun again, it moves each gram once', async () => {
  world.nowMs = beijing('2026-11-18 00:10');
  await world.seal();
  const before = world;
  world = before.copy();
  const calm = world.process();
  await pool(calm);
  const { calls } = calm.database;
  expect(calls).toBeGreaterThan(6);
  for (let call = 0; call < calls; call += 1) {
    world = before.copy();
    const killed: Platform & { database: SealDatabase } = world.process();
    killed.database.killAt = { call, when: 'before' };
    await pool(killed).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
    await pool();
    expect({ call, pooled: pooled() }).toEqual({ call, pooled: 4 });
  }
});
