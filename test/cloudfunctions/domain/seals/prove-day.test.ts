import { latestSeals, listSeals, proveDay } from '../../../../cloudfunctions/domain/seals';
import { auditLog } from '../../../../cloudfunctions/domain/seals/audit-log';
import type { LeafProof } from '../../../../cloudfunctions/domain/seals/prover';
import { LEAVES_A_CHUNK } from '../../../../cloudfunctions/domain/seals/write-chunks';
import { isIncluded, leafHash } from '../../../../miniprogram/proof';
import { beijing } from '../ledger/notation';
import { fill, hashOf, SealedWorld } from './sealed-world';

const DAY = '2026-11-20';
const isProved = (proof: LeafProof | null): boolean =>
  proof !== null && isIncluded({ ...proof, leafHash: leafHash(proof.text) });
const ledgerPlace = (key: string) => ({ place: key, key });

describe('a day of several chunks', () => {
  let world: SealedWorld;
  let keys: string[];
  let accounts: string[];
  beforeAll(async () => {
    world = new SealedWorld();
    fill(world, DAY, 2 * LEAVES_A_CHUNK);
    await world.seal();
    const leaves = world.leavesOf(DAY).map(text => JSON.parse(text) as { entry?: string; account?: string });
    keys = leaves.flatMap(({ entry }) => entry ?? []);
    accounts = leaves.flatMap(({ account }) => account ?? []);
  });

  test('entries and heads of all chunks are proved, each at its place', async () => {
    const isSample = (_: string, index: number): boolean => index % 61 === 0;
    const [someKeys, someAccounts] = [keys.filter(isSample), accounts.filter(isSample)];
    const wanted = { entries: someKeys.map(ledgerPlace), accounts: someAccounts };
    const { seal, entries, heads } = await proveDay(world.process(), 'ledger', DAY, wanted);
    const proofs = [...entries, ...heads];
    expect(proofs.filter(proof => !isProved(proof))).toEqual([]);
    const leaves = world.leavesOf(DAY);
    expect(proofs.map(proof => leaves[proof!.index])).toEqual(proofs.map(proof => proof!.text));
    const named = proofs.map(proof => JSON.parse(proof!.text) as { entry?: string; account?: string });
    expect(named.map(({ entry, account }) => entry ?? account)).toEqual([...someKeys, ...someAccounts]);
    expect(new Set(proofs.map(proof => proof!.root))).toEqual(new Set([seal!.root]));
  });

  test('an entry and a head take four database calls', async () => {
    const platform = world.process();
    const wanted = { entries: [ledgerPlace(keys[0]!)], accounts: [accounts.at(-1)!] };
    const { entries, heads } = await proveDay(platform, 'ledger', DAY, wanted);
    expect([...entries, ...heads].every(isProved)).toBe(true);
    expect(platform.database.calls).toBe(4);
  });

  test('a proof of another text is none', async () => {
    const wanted = { entries: [ledgerPlace(keys[7]!)], accounts: [] };
    const [proof] = (await proveDay(world.process(), 'ledger', DAY, wanted)).entries;
    expect(isProved({ ...proof!, text: proof!.text.replace('"hash":"', '"hash":"0') })).toBe(false);
  });

  test('what stands in no seal is not proved', async () => {
    const wanted = { entries: ['a', 'e-2026', 'zzz'].map(ledgerPlace), accounts: ['user:nobody', 'a'] };
    const { entries, heads } = await proveDay(world.process(), 'ledger', DAY, wanted);
    expect([...entries, ...heads]).toEqual([null, null, null, null, null]);
    const tomorrow = await proveDay(world.process(), 'ledger', '2026-11-21', wanted);
    expect(tomorrow).toMatchObject({ seal: null, entries: [null, null, null], heads: [null, null] });
  });
});

test('a late entry is proved by the later seal that has it', async () => {
  const world = new SealedWorld();
  fill(world, '2026-11-18', 3);
  world.nowMs = beijing('2026-11-20 00:10');
  await world.seal();
  world.put({ day: '2026-11-18', key: 'late', account: 'user:late', seq: 1 });
  world.nowMs = beijing('2026-11-21 00:10');
  await world.seal();
  const wanted = { entries: [ledgerPlace('late')], accounts: ['user:late'] };
  const { seal, entries, heads } = await proveDay(world.process(), 'ledger', '2026-11-18', wanted);
  expect(seal!.day).toBe('2026-11-18');
  expect(entries[0]).toMatchObject({ sealedOn: DAY, root: world.sealOf(DAY).root });
  expect(isProved(entries[0]!)).toBe(true);
  expect(heads).toEqual([null]);
});

test('an entry of the audit log is proved by its place on the time line', async () => {
  const world = new SealedWorld();
  const atMs = beijing('2026-11-20 08:00');
  const timeline = `${String(atMs).padStart(15, '0')}-x`;
  const chain = [{ account: 'system', seq: 1, previousHash: '0'.repeat(64), hash: hashOf('x') }];
  world.documents.of('audit_entries').set('x', JSON.stringify({ _id: 'x', timeline, atMs, chain }));
  await world.seal(world.process(), auditLog);
  const wanted = { entries: [{ place: timeline, key: 'x' }], accounts: ['system'] };
  const { entries, heads } = await proveDay(world.process(), 'audit', DAY, wanted);
  expect([...entries, ...heads].map(isProved)).toEqual([true, true]);
});

test('seals are listed in order and page by page, the latest ones the latest first', async () => {
  const world = new SealedWorld();
  fill(world, '2026-08-01', 1);
  await world.seal();
  const platform = world.process();
  const first = await listSeals(platform, 'ledger', { afterDay: '' });
  expect(first).toMatchObject({ more: true });
  const rest = await listSeals(platform, 'ledger', { afterDay: first.seals.at(-1)!.day });
  expect([...first.seals, ...rest.seals]).toHaveLength(112);
  expect([first.seals[0]!.day, rest.more, rest.seals.at(-1)!.day]).toEqual(['2026-08-01', false, DAY]);
  const latest = await latestSeals(platform, 'ledger', 2);
  expect(latest.map(({ day }) => day)).toEqual([DAY, '2026-11-19']);
  expect(await latestSeals(platform, 'audit', 2)).toEqual([]);
});
