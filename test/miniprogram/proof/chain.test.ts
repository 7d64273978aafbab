import { createHash } from 'node:crypto';
import {
  type ChainLink,
  GENESIS,
  GENESIS_HASH,
  linkHash,
  verifyChain,
  verifyLink,
} from '../../../miniprogram/proof';
import * as fc from '../../support/fast-check';

interface Entry {
  _id: string;
  amount: number;
  chain: ChainLink[];
}

const ACCOUNT = 'user:a';

function append(entries: Entry[], account: string, amount: number): Entry {
  const last = entries.at(-1)?.chain[0];
  const entry: Entry = { _id: `entry-${entries.length}`, amount, chain: [] };
  const seq = (last?.seq ?? 0) + 1;
  const previousHash = last?.hash ?? GENESIS_HASH;
  entry.chain.push({ account, seq, previousHash, hash: linkHash({ account, seq, previousHash, entry }) });
  return entry;
}

function chainOf(amounts: number[], account = ACCOUNT): Entry[] {
  const entries: Entry[] = [];
  for (const amount of amounts) entries.push(append(entries, account, amount));
  return entries;
}

function copied(entries: Entry[]): Entry[] {
  return structuredClone(entries);
}

test('hashes the canonical JSON of account, entry without its chain, previous hash and number', () => {
  const text = `{"account":"user:a","entry":{"_id":"e","amount":5},"previousHash":"${GENESIS_HASH}","seq":1}`;
  const entry = { amount: 5, chain: [], _id: 'e' };
  expect(linkHash({ account: ACCOUNT, seq: 1, previousHash: GENESIS_HASH, entry })).toBe(
    createHash('sha256').update(text).digest('hex'),
  );
});

test('an entry that JSON cannot say is refused with its path', () => {
  const place = { account: ACCOUNT, seq: 1, previousHash: GENESIS_HASH };
  expect(() => linkHash({ ...place, entry: { chain: [], lots: [1, undefined] } })).toThrow('"/entry/lots/1"');
  expect(() => linkHash({ ...place, seq: Number.NaN, entry: { chain: [] } })).toThrow('"/seq"');
});

test('hashing leaves the entry as it was', () => {
  const [entry] = chainOf([1]);
  const before = structuredClone(entry);
  linkHash({ account: ACCOUNT, seq: 1, previousHash: GENESIS_HASH, entry: entry! });
  expect(entry).toEqual(before);
});

test('accepts an intact chain and gives its end', () => {
  const entries = chainOf([5, 7, 9]);
  expect(verifyChain(ACCOUNT, entries)).toEqual({ ok: true, head: entries[2]!.chain[0]!.hash, seq: 3 });
  expect(verifyChain(ACCOUNT, [])).toEqual({ ok: true, head: GENESIS_HASH, seq: 0 });
});

test('goes on from where a verification ended', () => {
  const entries = chainOf([5, 7, 9, 11]);
  const first = verifyChain(ACCOUNT, entries.slice(0, 2));
  if (!first.ok) throw new Error('the first half is intact');
  expect(verifyChain(ACCOUNT, entries.slice(2), first)).toEqual(verifyChain(ACCOUNT, entries));
});

test('survives storage as JSON with the keys in another order', () => {
  const stored = chainOf([5, 7]).map(entry => Object.fromEntries(Object.entries(entry).reverse()));
  expect(verifyChain(ACCOUNT, JSON.parse(JSON.stringify(stored)))).toMatchObject({ ok: true, seq: 2 });
});

test('checks only the links of the account in question', () => {
  const [entry] = chainOf([5]);
  const other: ChainLink = { account: 'campaign:c#1', seq: 88, previousHash: 'x', hash: 'y' };
  expect(verifyChain(ACCOUNT, [{ ...entry!, chain: [other, ...entry!.chain] }])).toMatchObject({ ok: true });
});

type Damage = (entries: Entry[]) => void;
const damages: [string, Damage, number, string][] = [
  ['a changed field', entries => Object.assign(entries[1]!, { amount: 8 }), 2, 'CHANGED'],
  ['an added field', entries => Object.assign(entries[0]!, { note: '' }), 1, 'CHANGED'],
  ['a field that JSON cannot say', entries => Object.assign(entries[0]!, { note: undefined }), 1, 'CHANGED'],
  ['a missing entry', entries => entries.splice(1, 1), 2, 'GAP'],
  ['a repeated entry', entries => entries.splice(1, 0, entries[0]!), 2, 'GAP'],
  ['two entries exchanged', entries => entries.splice(1, 2, entries[2]!, entries[1]!), 2, 'GAP'],
  ['another history before it', entries => entries.splice(0, 1, chainOf([6])[0]!), 2, 'BROKEN_LINK'],
  ['no link', entries => Object.assign(entries[2]!, { chain: [] }), 3, 'MISSING_LINK'],
  ['two links', entries => entries[0]!.chain.push(entries[0]!.chain[0]!), 1, 'MISSING_LINK'],
  ['a chain that is no list', entries => Object.assign(entries[0]!, { chain: 'x' }), 1, 'MISSING_LINK'],
  ['a hole in the links', entries => Object.assign(entries[0]!, { chain: [null] }), 1, 'MISSING_LINK'],
  ['no entry', entries => Object.assign(entries, { 1: null }), 2, 'MISSING_LINK'],
];

test.each(damages)('finds %s', (_, damage, at, reason) => {
  const entries = copied(chainOf([5, 7, 9]));
  damage(entries);
  expect(verifyChain(ACCOUNT, entries)).toEqual({ ok: false, at, reason });
});

test('does not take the chain of one account for that of another', () => {
  const entries = chainOf([5]);
  const moved = entries.map(entry => ({
    ...entry,
    chain: entry.chain.map(link => ({ ...link, account: 'user:b' })),
  }));
  expect(verifyChain('user:b', moved)).toEqual({ ok: false, at: 1, reason: 'CHANGED' });
});

test('a rewritten history ends in another head', () => {
  const amounts = fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(amounts, fc.nat(7), fc.integer({ min: 1, max: 9 }), (values, index, change) => {
      const rewritten = values.map((value, at) => (at === index % values.length ? value + change : value));
      const verdicts = [values, rewritten].map(history => verifyChain(ACCOUNT, chainOf(history)));
      expect(verdicts.every(verdict => verdict.ok)).toBe(true);
      expect(verdicts[0]).not.toEqual(verdicts[1]);
    }),
  );
});

test('one step gives the same verdict as the whole', () => {
  const [first] = chainOf([5]);
  expect(verifyLink(ACCOUNT, first!, GENESIS)).toEqual(verifyChain(ACCOUNT, [first!]));
});

test('takes the hash function that is handed in, and a native one gives the same verdict', () => {
  const entries = chainOf([5, 7]);
  const native = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(verifyChain(ACCOUNT, entries, GENESIS, native)).toEqual(verifyChain(ACCOUNT, entries));
  expect(verifyChain(ACCOUNT, entries, GENESIS, () => 'x')).toMatchObject({ ok: false, reason: 'CHANGED' });
});
