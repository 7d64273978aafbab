import type { Platform } from '../../../../cloudfunctions/platform';
import { forge, ways } from '../../../../local/demo/tamper/forge';
import type { History, StoredAccount, StoredEntry } from '../../../../local/demo/tamper/history';
import { Killed, type SealDatabase } from '../seals/seal-database';
import { type CheckedWorld, threeDays } from './checked-world';

const ANN = 'user:ann';
let sound: CheckedWorld;
let world: CheckedWorld;
beforeAll(async () => {
  sound = await threeDays();
  await sound.verifyDays();
});
beforeEach(() => {
  world = sound.copy();
});

const entriesOf = (one: CheckedWorld, account: string): StoredEntry[] =>
  [...one.documents.of('ledger_entries').values()]
    .map(text => JSON.parse(text) as StoredEntry & { account: string })
    .filter(entry => entry.account === account)
    .sort((left, right) => left.seq - right.seq);

function historyOf(one: CheckedWorld): History {
  const account = one.read('ledger_accounts', ANN) as unknown as StoredAccount;
  return { account, entries: entriesOf(one, ANN), sealedUpTo: '2026-11-11' };
}

/** A forger with the database in his hands changes the second ride of the first day. */
function tamper(way: (typeof ways)[number]): void {
  const history = historyOf(world);
  const entry = history.entries.find(({ _id }) => _id === 'trip:two')!;
  for (const { collection, id, after } of forge(way, history, entry)) {
    if (after === null) world.documents.of(collection).delete(id);
    else world.write(collection, after);
  }
}

test.each([
  ['amount', 'CHANGED'],
  ['removed', 'SEALED_AND_GONE'],
  ['swapped', 'CHANGED'],
  ['balance', 'CHANGED'],
  ['rechained', 'NOT_AS_SEALED'],
] as const)(
  'the forgery “%s” of an entry that was checked before is named and stops paying out',
  async (way, code) => {
    tamper(way);
    await world.verifyWhole();
    expect(world.found()).toContainEqual(
      expect.objectContaining({ code, key: 'trip:two', day: '2026-11-10' }),
    );
    expect(world.alarmed()).toContain('trip:two');
    expect(world.read('ledger_state', 'state')).toMatchObject({ payingOut: false });
  },
);

test('every way is tried', () => expect(ways).toHaveLength(5));

test('a forged history that nobody has sealed yet is found by its own chain', async () => {
  const last = entriesOf(world, ANN).at(-1)!;
  last.postings[0]!.lots[0]!.amount += 100;
  world.write('ledger_entries', last);
  await world.verifyWhole();
  expect(world.found()).toMatchObject([{ code: 'CHANGED', key: 'trip:six', account: ANN }]);
});

test.each<[string, () => void, object]>([
  [
    'a balance in a document that no entry has touched since',
    () => {
      const account = world.read('ledger_accounts', 'user:bob');
      const lots = (account.lots as { amount: number }[]).map(lot => ({ ...lot, amount: lot.amount + 100 }));
      world.write('ledger_accounts', { ...account, lots });
    },
    { code: 'WRONG_ACCOUNT', account: 'user:bob' },
  ],
  [
    'a document that is gone',
    () => world.documents.of('ledger_accounts').delete('user:bob'),
    { code: 'WRONG_ACCOUNT', account: 'user:bob' },
  ],
  [
    'leaves that were changed',
    () => {
      const id = 'ledger:2026-11-10:000000';
      const chunk = world.read('seal_leaves', id);
      const [first, second, ...rest] = chunk.leaves as string[];
      world.write('seal_leaves', {
        ...chunk,
        leaves: [first, second!.replace('"hash":"', '"hash":"0'), ...rest],
      });
    },
    { code: 'WRONG_SEAL', day: '2026-11-10' },
  ],
  [
    'the last seal, when it is gone',
    () => world.documents.of('seals').delete('ledger:2026-11-11'),
    { code: 'WRONG_SEAL', day: '2026-11-11' },
  ],
])('%s is found', async (_name, change, expected) => {
  change();
  await world.verifyWhole();
  expect(world.found()).toContainEqual(expect.objectContaining(expected));
});

test('the last seal made anew over a forged day is not the one that was checked', async () => {
  for (const id of ['seals', 'seal_leaves']) {
    for (const key of [...world.documents.of(id).keys()])
      if (key.startsWith('ledger:2026-11-11')) world.documents.of(id).delete(key);
  }
  const entry = world.read('ledger_entries', 'trip:five');
  world.write('ledger_entries', { ...entry, reason: 'forged' });
  const chain = entry.chain as { hash: string }[];
  world.write('ledger_entries', { ...entry, chain: [{ ...chain[0]!, hash: 'f'.repeat(64) }] });
  await world.seal();
  await world.verifyWhole();
  const problem = expect.stringContaining('it was made anew');
  expect(world.found()).toContainEqual(
    expect.objectContaining({ code: 'WRONG_SEAL', day: '2026-11-11', problem }),
  );
});

test('an entry that was slipped into a day long sealed is named', async () => {
  for (let night = 0; night < 7; night += 1) await world.night();
  await world.verifyDays();
  const entry = world.read('ledger_entries', 'trip:one');
  world.write('ledger_entries', { ...entry, _id: 'slipped-in' });
  await world.verifyWhole();
  expect(world.found()).toContainEqual(
    expect.objectContaining({ code: 'NOT_SEALED', key: 'slipped-in', day: '2026-11-10' }),
  );
});

test('what was put back is found no more, and it says when it walked through the whole', async () => {
  tamper('amount');
  await world.verifyWhole();
  expect(world.found()).toHaveLength(1);
  world.write('ledger_entries', sound.read('ledger_entries', 'trip:two'));
  world.nowMs += 6 * 3_600_000;
  await world.verifyWhole();
  expect(world.found()).toEqual([]);
  expect(world.read('ledger_verification', 'state')).toMatchObject({ wholeAtMs: world.nowMs });
});

test('found again it is one finding and one alarm', async () => {
  tamper('amount');
  await world.verifyWhole();
  world.nowMs += 3_600_000;
  await world.verifyWhole();
  expect(world.found()).toHaveLength(1);
  expect(world.alarmed()).toEqual(['trip:two']);
});

test('killed between any two calls and begun again, it finds the same', async () => {
  tamper('rechained');
  const forged = world;
  world = forged.copy();
  const counting = world.process();
  await world.verifyWhole(counting);
  const expected = world.found().map(({ code, key }) => ({ code, key }));
  expect(expected.length).toBeGreaterThan(1);
  for (let call = 0; call < counting.database.calls; call += 1) {
    world = forged.copy();
    const killed: Platform & { database: SealDatabase } = world.process();
    killed.database.killAt = { call, when: 'after' };
    await world.verifyWhole(killed).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
    await world.verifyWhole();
    expect({ call, found: world.found().map(({ code, key }) => ({ code, key })) }).toEqual({
      call,
      found: expected,
    });
  }
});
