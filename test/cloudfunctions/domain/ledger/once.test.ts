import { Refusal } from '../../../../cloudfunctions/contract/errors';
import { type Entry, once } from '../../../../cloudfunctions/domain/ledger';
import { DatabaseError, type Platform } from '../../../../cloudfunctions/platform';

const stored = { _id: 'key', requestHash: 'hash', seq: 1 } as Entry;
const post = async () => stored;

/** A database whose transactions end as scripted, in turn, and that holds `entry` afterwards. */
function platformWith(outcomes: (Error | Entry)[], entry: Entry | null, unreachable = false) {
  const calls: string[] = [];
  const database = {
    transact: async () => {
      calls.push('transact');
      const outcome = outcomes.shift()!;
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    get: async () => {
      calls.push('get');
      if (unreachable) throw new DatabaseError('failed', 'socket hang up');
      return entry;
    },
  };
  return { platform: { database } as unknown as Platform, calls };
}

const duplicate = new DatabaseError('duplicate', 'E11000');
const lost = new DatabaseError('failed', 'socket hang up');
const full = new Refusal('LOT_LIMIT');

test('a first delivery costs its transaction and nothing else', async () => {
  const { platform, calls } = platformWith([stored], null);
  expect(await once(platform, 'key', 'hash', post)).toBe(stored);
  expect(calls).toEqual(['transact']);
});

test.each([
  ['the key has been used', duplicate],
  ['the rules refuse now what they allowed then', full],
  ['the answer of the commit was lost', lost],
])('the stored entry is the answer when %s', async (_, error) => {
  const { platform } = platformWith([error], stored);
  expect(await once(platform, 'key', 'hash', post)).toBe(stored);
});

test.each([
  ['the key has been used', duplicate],
  ['the rules refuse', full],
])('another request under the key is a conflict when %s', async (_, error) => {
  const { platform } = platformWith([error], stored);
  await expect(once(platform, 'key', 'other hash', post)).rejects.toEqual(
    new Refusal('IDEMPOTENCY_CONFLICT', { key: 'key' }),
  );
});

test('a refusal without an entry stands', async () => {
  const { platform } = platformWith([full], null);
  await expect(once(platform, 'key', 'hash', post)).rejects.toBe(full);
});

test('a refusal is not told while nobody can say whether the key was used', async () => {
  const { platform } = platformWith([full], null, true);
  await expect(once(platform, 'key', 'hash', post)).rejects.toMatchObject({ kind: 'failed' });
});

test('a commit whose answer was lost and that did not happen is told as it is, not tried again', async () => {
  const { platform, calls } = platformWith([lost, stored], null);
  await expect(once(platform, 'key', 'hash', post)).rejects.toBe(lost);
  expect(calls).toEqual(['transact', 'get']);
});

test('two first entries of one account meet as a duplicate that is neither’s key: the second tries again', async () => {
  const { platform, calls } = platformWith([duplicate, duplicate, stored], null);
  expect(await once(platform, 'key', 'hash', post)).toBe(stored);
  expect(calls).toEqual(['transact', 'get', 'transact', 'get', 'transact']);
});

test('but not for ever', async () => {
  const { platform, calls } = platformWith(Array(9).fill(duplicate), null);
  await expect(once(platform, 'key', 'hash', post)).rejects.toBe(duplicate);
  expect(calls.filter(call => call === 'transact')).toHaveLength(3);
});

test('a mistake in the code is no reason to look anywhere', async () => {
  const mistake = new TypeError('undefined is not a function');
  const { platform, calls } = platformWith([mistake], stored);
  await expect(once(platform, 'key', 'hash', post)).rejects.toBe(mistake);
  expect(calls).toEqual(['transact']);
});
