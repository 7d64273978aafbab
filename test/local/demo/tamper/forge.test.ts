import { type Change, forge, unforged, type Way, ways } from '../../../../local/demo/tamper/forge';
import { chooseEntry, type History } from '../../../../local/demo/tamper/history';
import { restoredAnswer, tamperedAnswer } from '../../../../local/demo/tamper/tamper-text';
import { sealedOver } from '../../../../local/demo/tamper/write-changes';
import { verifyLedger } from '../../../../local/ledger/verify-ledger';
import { SealedWorld } from '../../../cloudfunctions/domain/seals/sealed-world';
import { type Document, documentsOf, historyOf, writeChanges } from './forged-world';

const DAYS = ['2026-11-18', '2026-11-19', '2026-11-20'] as const;
const RIDER = 'user:b';

let world: SealedWorld;
/** Two riders with a ride on each of three days; all three are sealed. */
beforeEach(async () => {
  world = new SealedWorld();
  for (const day of DAYS) await ride(day);
  world.nowMs = Date.parse('2026-11-21T00:10:00+08:00');
  await world.seal();
});

async function ride(day: string): Promise<void> {
  world.nowMs = Date.parse(`${day}T08:00:00+08:00`);
  for (const rider of ['user:a', RIDER]) await world.earn(rider, `${day}-${rider}`, 10);
}

const all = (name: string): Document[] => documentsOf(world, name);
const history = (): History => historyOf(world, RIDER, DAYS[2]);
const write = (changes: readonly Change[], side: 'before' | 'after'): void =>
  writeChanges(world, changes, side);

function verify() {
  const collections = ['ledger_accounts', 'ledger_entries', 'seals', 'seal_leaves'];
  const trips = all('ledger_entries').map(({ _id }) => ({ _id, state: 'credited', creditedGrams: 10 }));
  return verifyLedger([
    ...collections.flatMap(collection =>
      all(collection).map(document => JSON.stringify({ collection, document })),
    ),
    ...trips.map(document => JSON.stringify({ collection: 'trips', document })),
  ]);
}

function tamper(way: Way): { changes: Change[]; key: string; lastSeq: number } {
  const before = history();
  const entry = chooseEntry(before)!;
  const changes = forge(way, before, entry);
  write(changes, 'after');
  return { changes, key: entry._id, lastSeq: before.account.seq };
}

const KEY = `2026-11-19-${RIDER}`;
const problems: Record<Way, { key: string | null; problem: RegExp }> = {
  amount: { key: KEY, problem: /it was changed/ },
  removed: { key: KEY, problem: /was sealed and is missing/ },
  swapped: { key: `2026-11-20-${RIDER}`, problem: /it was changed/ },
  balance: { key: KEY, problem: /it was changed/ },
  rechained: { key: KEY, problem: /not what was sealed on 2026-11-19/ },
};

test.each(ways)(
  '%s: the verifier names the entry, and nothing is left of it once it is undone',
  async way => {
    const contents = JSON.stringify([history(), all('ledger_accounts')]);
    const { changes, key } = tamper(way);
    expect(key).toBe(KEY);
    const report = await verify();
    expect(report.ok).toBe(false);
    const { key: named, problem } = problems[way];
    expect(report.faults).toContainEqual(
      expect.objectContaining({ key: named, problem: expect.stringMatching(problem) }),
    );
    write(changes, 'before');
    expect(JSON.stringify([history(), all('ledger_accounts')])).toBe(contents);
    expect(await verify()).toMatchObject({ ok: true, faults: [] });
  },
);

test('a history that was made anew is without fault by itself: only seals tell', async () => {
  tamper('rechained');
  const { faults } = await verify();
  expect(faults.length).toBeGreaterThan(0);
  for (const { problem } of faults) expect(problem).toMatch(/sealed/);
});

test('rides that came after the forger are taken over into the true history', async () => {
  const { changes, key, lastSeq } = tamper('rechained');
  await ride('2026-11-21');
  expect((await verify()).ok).toBe(false);
  write(unforged(history(), { changes, key, lastSeq }), 'before');
  expect(history().entries).toHaveLength(4);
  expect(await verify()).toMatchObject({ ok: true, faults: [] });
});

/** What each way leaves behind when the day's ride, made before the forger came, is sealed before he is undone. */
const overMidnight: Record<Way, string | null> = {
  amount: null,
  removed: null,
  swapped: '2026-11-21',
  balance: null,
  rechained: '2026-11-21',
};

test.each(ways)(
  '%s, undone only after midnight: a seal over forged entries is told, and stays wrong',
  async way => {
    await ride('2026-11-21');
    const { changes, key, lastSeq } = tamper(way);
    expect(key).toMatch(/^2026-11-20-/);
    world.nowMs = Date.parse('2026-11-22T00:10:00+08:00');
    await world.seal();
    write(changes, 'before');
    expect(lastSeq).toBe(4);
    const over = sealedOver({ changes, sealedUpTo: DAYS[2] }, '2026-11-21');
    expect(over).toBe(overMidnight[way]);
    expect((await verify()).ok).toBe(over === null);
  },
);

test.each(ways)('%s: where midnight would make it stay, people are told before', way => {
  const { text } = tamperedAnswer({ way, seq: 3 });
  expect(text).toContain('每 6 小时整本核一次');
  expect(text.includes('过了零点')).toBe(overMidnight[way] !== null);
});

test('what was put back too late is not called as good as new', () => {
  expect(restoredAnswer(null).text).toContain('一个字不差');
  expect(restoredAnswer('2026-11-21')).toMatchObject({ ok: false, code: 'SEALED_SINCE' });
  expect(restoredAnswer('2026-11-21').text).toMatch(/11月21日 的封账是照改过的样子封的.*--fresh/);
});

test('what is not sealed yet, or is the last entry, is left alone', () => {
  const { account, entries } = history();
  expect(chooseEntry({ account, entries, sealedUpTo: DAYS[0] })?._id).toBe(`2026-11-18-${RIDER}`);
  expect(chooseEntry({ account, entries, sealedUpTo: null })).toBeNull();
  expect(chooseEntry({ account, entries: entries.slice(0, 1), sealedUpTo: DAYS[2] })).toBeNull();
});
