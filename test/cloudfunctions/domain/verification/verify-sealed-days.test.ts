import { credit } from '../../../../cloudfunctions/domain/ledger';
import { equationOf } from '../../../../cloudfunctions/domain/verification';
import type { Platform } from '../../../../cloudfunctions/platform';
import { Killed, type SealDatabase } from '../seals/seal-database';
import { type CheckedWorld, threeDays } from './checked-world';

const FIRST = '2026-11-10';
const SECOND = '2026-11-11';
let sound: CheckedWorld;
let world: CheckedWorld;
beforeAll(async () => {
  sound = await threeDays();
});
beforeEach(() => {
  world = sound.copy();
});

describe('a sound ledger', () => {
  test('has both sides of its equation equal at the end of each sealed day', async () => {
    await world.verifyDays();
    expect(world.found()).toEqual([]);
    const { sums, tripGrams, forgottenGrams, accounts } = world.totalsOf(SECOND)!;
    const [carbon, bonus] = [equationOf('carbon', sums), equationOf('bonus', sums)];
    expect({
      ...carbon,
      places: Object.fromEntries(carbon.places.map(({ place, amount }) => [place, amount])),
    }).toEqual({
      kind: 'carbon',
      minted: 320,
      places: expect.objectContaining({ users: expect.any(Number), intake: expect.any(Number) }),
      total: 320,
      holds: true,
    });
    expect([tripGrams, forgottenGrams]).toEqual([320, 0]);
    expect(bonus).toMatchObject({ minted: 60, total: 60, holds: true });
    // Two riders, a merchant, and two shards of each of two campaigns.
    expect(accounts).toBe(7);
  });

  test('is checked once: the second time there is nothing to do', async () => {
    await world.verifyDays();
    const platform = world.process();
    await world.verifyDays(platform);
    expect(platform.database.calls).toBe(2);
  });

  test('counts trips that were forgotten by themselves', async () => {
    world.documents.of('trips').delete('trip:one');
    await world.verifyDays();
    expect(world.totalsOf(SECOND)).toMatchObject({ tripGrams: 320, forgottenGrams: 100 });
  });

  test('goes on from day to day, with pools and retired grams', async () => {
    await world.verifyDays();
    for (let night = 0; night < 8; night += 1) await world.night();
    await world.retire(3);
    await world.night();
    await world.verifyDays();
    await world.verifyWhole();
    expect(world.found()).toEqual([]);
    const { sums } = world.totalsOf('2026-11-20')!;
    const { places } = equationOf('carbon', sums);
    expect(places).toContainEqual({ place: 'retired', amount: 3 });
    expect(places.find(({ place }) => place === 'pools')).toEqual({
      place: 'pools',
      amount: expect.any(Number),
    });
  });

  test('whole and untouched, leaves nothing behind when it is walked through', async () => {
    await world.verifyWhole();
    await world.verifyDays();
    await world.verifyWhole();
    expect([world.found(), world.alarmed()]).toEqual([[], []]);
  });
});

test('killed between any two calls and begun again, or by two at once, it writes the same', async () => {
  await world.verifyDays();
  const expected = world.checked();
  world = sound.copy();
  await Promise.all([world.verifyDays(), world.verifyDays()]);
  expect(world.checked()).toEqual(expected);
  world = sound.copy();
  const counting = world.process();
  await world.verifyDays(counting);
  const { calls } = counting.database;
  expect(calls).toBeGreaterThan(20);
  for (let call = 0; call < calls; call += 1) {
    for (const when of ['before', 'after'] as const) {
      world = sound.copy();
      const killed: Platform & { database: SealDatabase } = world.process();
      killed.database.killAt = { call, when };
      await world.verifyDays(killed).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
      await world.verifyDays();
      expect({ call, when, checked: world.checked() }).toEqual({ call, when, checked: expected });
    }
  }
});

describe('a day that is wrong', () => {
  test('is not counted, stops paying out, and is tried again until it is sound', async () => {
    const entry = world.read('ledger_entries', 'trip:two');
    world.documents.of('ledger_entries').delete('trip:two');
    await world.verifyDays();
    expect(world.totalsOf(FIRST)).toBeUndefined();
    expect(world.found()).toMatchObject([{ code: 'SEALED_AND_GONE', key: 'trip:two', day: FIRST }]);
    expect(world.alarmed()).toEqual(['trip:two']);
    expect(world.read('ledger_state', 'state')).toMatchObject({ payingOut: false, reason: 'ledger-finding' });
    world.write('ledger_entries', entry);
    await world.verifyDays();
    expect(world.totalsOf(SECOND)).toBeDefined();
    world.nowMs += 3_600_000;
    await world.verifyWhole();
    expect(world.found()).toEqual([]);
    // Only people let it go on.
    expect(world.read('ledger_state', 'state')).toMatchObject({ payingOut: false });
  });

  test('leaves nothing behind that was added up from it', async () => {
    await world.verifyDays();
    const expected = world.checked();
    world = sound.copy();
    const entry = world.read('ledger_entries', 'trip:two');
    const forged = structuredClone(entry) as typeof entry & { postings: { lots: { amount: number }[] }[] };
    forged.postings[0]!.lots[0]!.amount += 100;
    world.write('ledger_entries', forged);
    world.write('trips', { ...world.read('trips', 'trip:two'), creditedGrams: 160 });
    await world.verifyDays();
    expect(world.found()).toMatchObject([{ code: 'CHANGED', key: 'trip:two' }]);
    world.write('ledger_entries', entry);
    world.write('trips', sound.read('trips', 'trip:two'));
    await world.verifyDays();
    expect(world.checked()).toEqual(expected);
  });

  test('a bonus from where none is paid is found in its day', async () => {
    const gift = { kind: 'bonus' as const, origin: '-', amount: 5, source: 'mint:gift' };
    const facts = { key: 'gift', requestHash: 'h', reason: 'test', commitment: null, parametersVersion: 1 };
    await credit(
      world.process(),
      'user:ann',
      gift,
      { ...facts, reference: { type: 'order', id: 'gift' }, nowMs: world.nowMs, answer: () => null },
      { version: 1, expiryMonths: 24, reversalWindowDays: 7, lotLimit: 128 },
    );
    await world.night();
    await world.verifyDays();
    expect(world.found()).toMatchObject([{ code: 'WRONG_BONUS', key: 'gift' }]);
  });

  test.each<[string, (world: CheckedWorld) => void, object]>([
    [
      'a trip that was credited with other grams',
      one => one.write('trips', { ...one.read('trips', 'trip:four'), creditedGrams: 71 }),
      { code: 'WRONG_TRIP', key: 'trip:four', day: SECOND },
    ],
    [
      'sums of a seal that are not those of its entries',
      one => {
        const seal = one.read('seals', `ledger:${FIRST}`);
        const [first, ...rest] = seal.sums as { amount: number }[];
        one.write('seals', { ...seal, sums: [{ ...first, amount: first!.amount + 1 }, ...rest] });
      },
      { code: 'WRONG_SEAL', day: FIRST },
    ],
    [
      'a root that is not that of the leaves',
      one => one.write('seals', { ...one.read('seals', `ledger:${FIRST}`), root: '0'.repeat(64) }),
      { code: 'WRONG_SEAL', day: FIRST },
    ],
    [
      'a document that has more than its entries say',
      one => {
        const account = one.read('ledger_accounts', 'user:bob');
        const [lot, ...rest] = account.lots as { amount: number }[];
        one.write('ledger_accounts', { ...account, lots: [{ ...lot, amount: lot!.amount + 1 }, ...rest] });
      },
      { code: 'WRONG_ACCOUNT', account: 'user:bob' },
    ],
    [
      'a merchant’s document that has more than was posted to it',
      one => {
        const account = one.read('ledger_accounts', 'merchant:self');
        const [lot] = account.lots as { amount: number }[];
        one.write('ledger_accounts', { ...account, lots: [{ ...lot, amount: lot!.amount + 1 }] });
      },
      { code: 'WRONG_ACCOUNT', account: 'merchant:self' },
    ],
    [
      'a document that is gone',
      one => one.documents.of('ledger_accounts').delete('user:bob'),
      { code: 'WRONG_ACCOUNT', account: 'user:bob' },
    ],
  ])('%s is found', async (_name, tamper, expected) => {
    tamper(world);
    await world.verifyDays();
    expect(world.found()).toContainEqual(expect.objectContaining(expected));
  });
});
