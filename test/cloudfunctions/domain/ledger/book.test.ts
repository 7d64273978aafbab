import {
  closeAccount,
  type Entry,
  type EntryFacts,
  type OpenAccount,
  openAccount,
  postCredit,
  postReversal,
  readBalanceAt,
} from '../../../../cloudfunctions/domain/ledger';
import { accounts, entries } from '../../../../cloudfunctions/domain/ledger/store';
import type { Platform, Transaction } from '../../../../cloudfunctions/platform';
import { CanonicalJsonError, GENESIS_HASH } from '../../../../miniprogram/proof';
import { MemoryDatabase } from './memory-database';
import { beijing, parameters, rider } from './notation';

const nowMs = beijing('2026-11-10 08:00');

const facts = (key: string, atMs = nowMs): EntryFacts => ({
  key,
  requestHash: `hash of ${key}`,
  reason: 'trip',
  reference: { type: 'trip', id: key },
  commitment: null,
  parametersVersion: 1,
  nowMs: atMs,
  answer: () => null,
});

const carbon = (amount: number) => ({
  kind: 'carbon' as const,
  origin: 'sz:2026-11',
  amount,
  source: 'mint:trip',
});

/** Work on the rider's account in one transaction. */
const inTransaction = <R>(
  database: MemoryDatabase,
  work: (transaction: Transaction, open: OpenAccount) => Promise<R>,
) =>
  database.transact(async transaction => {
    const open = await openAccount(transaction, rider);
    const result = await work(transaction, open);
    await closeAccount(transaction, open);
    return result;
  });

const post = (database: MemoryDatabase, entryFacts: EntryFacts, amount = 1): Promise<Entry> =>
  inTransaction(database, (transaction, open) =>
    postCredit(transaction, open, carbon(amount), entryFacts, parameters),
  );

test('several entries of one transaction follow each other, and the account is written once', async () => {
  const database = new MemoryDatabase();
  const [first, second] = await inTransaction(database, async (transaction, open) => [
    await postCredit(transaction, open, carbon(5), facts('a'), parameters),
    await postCredit(transaction, open, carbon(7), facts('b'), parameters),
  ]);
  expect(first!.chain).toEqual([
    { account: rider, seq: 1, previousHash: GENESIS_HASH, hash: first!.chain[0]!.hash },
  ]);
  expect(second!.chain[0]).toMatchObject({ seq: 2, previousHash: first!.chain[0]!.hash });
  expect(second!.balanceAfter.carbon.available).toBe(12);
  expect(database.all(accounts)).toEqual([
    {
      _id: rider,
      seq: 2,
      head: second!.chain[0]!.hash,
      lots: [
        { kind: 'carbon', origin: 'sz:2026-11', expiresOn: '2028-11', amount: 12, settlesOn: '2026-11-17' },
      ],
      holds: [],
      debts: [],
      carbonByVintage: { '2026-11': 12 },
      firstCarbonKey: 'a',
      nextExpiryOn: '2028-11',
      nextDeadlineMs: null,
      updatedAtMs: nowMs,
    },
  ]);
});

test('a clock that went back over midnight and the end of a month changes neither time, day nor expiry', async () => {
  const database = new MemoryDatabase();
  const midnight = beijing('2026-12-01 00:00');
  await post(database, facts('a', midnight));
  const late = await post(database, facts('b', midnight - 1));
  expect([late.atMs, late.day, late.postings[0]!.lots[0]!.expiresOn]).toEqual([
    midnight,
    '2026-12-01',
    '2028-12',
  ]);
});

test('what is posted in the first millisecond of a day is not in the balance with which the day began', async () => {
  const database = new MemoryDatabase();
  const platform = { database } as unknown as Platform;
  const midnight = beijing('2026-12-01 00:00');
  await post(database, facts('a', midnight - 1), 5);
  await post(database, facts('b', midnight), 7);
  const available = async (atMs: number) => (await readBalanceAt(platform, rider, atMs)).carbon.available;
  expect([await available(midnight), await available(midnight + 1)]).toEqual([5, 12]);
});

test('a field that JSON would drop is refused, and nothing is written', async () => {
  const database = new MemoryDatabase();
  const careless = { ...facts('a'), commitment: undefined as unknown as null };
  await expect(post(database, careless)).rejects.toBeInstanceOf(CanonicalJsonError);
  expect([...database.all(entries), ...database.all(accounts)]).toEqual([]);
});

test('an entry of another account, or one that credited nothing, is not reversed', async () => {
  const database = new MemoryDatabase();
  const original = await post(database, facts('a'));
  const reverse = (entry: Entry) =>
    inTransaction(database, (transaction, open) => postReversal(transaction, open, entry, facts('ignored')));
  await expect(reverse({ ...original, account: 'user:other' })).rejects.toThrow('is not of user:r');
  const reversal = await reverse(original);
  await expect(reverse(reversal)).rejects.toBeInstanceOf(RangeError);
  expect(reversal).toMatchObject({
    _id: 'reversal:a',
    reference: { type: 'entry', id: 'a' },
    commitment: null,
  });
  await expect(reverse(original)).rejects.toMatchObject({ kind: 'duplicate' });
});
