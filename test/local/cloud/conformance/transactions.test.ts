import type { Cloud } from '../../../../local/cloud';
import { type Database, failureOf, realDatabase, type Transaction } from '../real-sdk';
import { startEmptyCloud, stopTestClouds } from '../test-cloud';

let cloud: Cloud;
let db: Database;
beforeAll(async () => {
  cloud = await startEmptyCloud();
  db = realDatabase(cloud, { throwOnNotFound: false });
  await db.createCollection('t');
});
afterAll(stopTestClouds);

const start = () => db.startTransaction();
const read = async (from: Pick<Database, 'collection'>, id: string) =>
  (await from.collection('t').doc(id).get<Record<string, unknown> | null>()).data;
const write = async (to: Pick<Database, 'collection'>, id: string, data: object) =>
  to.collection('t').doc(id).update({ data });
const put = async (id: string, data: object = { n: 0 }) => db.collection('t').doc(id).set({ data });

test('what a transaction writes is its own until it commits', async () => {
  const transaction = await start();
  await transaction.collection('t').add({ data: { _id: 'own', n: 1 } });
  expect(await read(transaction, 'own')).toMatchObject({ n: 1 });
  expect(await read(db, 'own')).toBeNull();
  await transaction.commit();
  expect(await read(db, 'own')).toMatchObject({ n: 1 });
});

test('a rollback leaves nothing', async () => {
  await put('kept');
  const transaction = await start();
  await write(transaction, 'kept', { n: 9 });
  await transaction
    .collection('t')
    .doc('gone')
    .set({ data: { n: 9 } });
  await transaction.rollback('because');
  expect([await read(db, 'kept'), await read(db, 'gone')]).toMatchObject([{ n: 0 }, null]);
});

test('every document operation works in a transaction', async () => {
  await put('ops');
  const transaction = await start();
  const document = transaction.collection('t').doc('ops');
  expect(await document.update({ data: { n: db.command.inc(1) } })).toMatchObject({ stats: { updated: 1 } });
  expect(await document.set({ data: { m: 1 } })).toMatchObject({ stats: { updated: 1 } });
  expect(await document.remove()).toMatchObject({ stats: { removed: 1 } });
  expect(await read(transaction, 'ops')).toBeNull();
  expect(await write(transaction, 'ops', { n: 1 })).toMatchObject({ stats: { updated: 0 } });
  await transaction.commit();
  expect(await read(db, 'ops')).toBeNull();
});

test('a transaction reads one snapshot, whatever others commit meanwhile', async () => {
  await put('snap-1');
  await put('snap-2');
  const transaction = await start();
  expect(await read(transaction, 'snap-1')).toMatchObject({ n: 0 });
  await write(db, 'snap-2', { n: 5 });
  expect(await read(transaction, 'snap-2')).toMatchObject({ n: 0 });
  await transaction.rollback();
});

test('the second of two writers conflicts at once, in the shape without a code, and its transaction is over', async () => {
  await put('hot');
  const [first, second] = [await start(), await start()];
  await write(first, 'hot', { n: 1 });
  const failure = await failureOf(write(second, 'hot', { n: 2 }));
  expect(failure).toMatchObject({ code: undefined, errCode: -501001 });
  expect(failure.message).toContain('[ResourceUnavailable.TransactionConflict]');
  expect(await failureOf(second.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  await first.commit();
  expect(await read(db, 'hot')).toMatchObject({ n: 1 });
});

test('writing what somebody committed after the snapshot conflicts', async () => {
  await put('late');
  const transaction = await start();
  await read(transaction, 'late');
  await write(db, 'late', { n: 1 });
  expect((await failureOf(write(transaction, 'late', { n: 2 }))).message).toContain('TransactionConflict');
});

test('two transactions that insert the same id: one conflicts, and finds the document when it tries again', async () => {
  const [first, second] = [await start(), await start()];
  await first.collection('t').add({ data: { _id: 'once' } });
  const failure = await failureOf(second.collection('t').add({ data: { _id: 'once' } }));
  expect(failure.message).toContain('TransactionConflict');
  await first.commit();
  const again = await start();
  const duplicate = await failureOf(again.collection('t').add({ data: { _id: 'once' } }));
  expect(duplicate.message).toContain('E11000 duplicate key');
});

test('a plain write waits for the transaction that holds its document', async () => {
  await put('held');
  const transaction = await start();
  await write(transaction, 'held', { n: 1 });
  const waiting = write(db, 'held', { m: 1 });
  expect(await read(db, 'held')).toMatchObject({ n: 0 });
  await transaction.commit();
  await waiting;
  expect(await read(db, 'held')).toMatchObject({ n: 1, m: 1 });
});

test('runTransaction commits what its callback did and answers with its value', async () => {
  await put('run');
  const result = await db.runTransaction(async (transaction: Transaction) => {
    await write(transaction, 'run', { n: 3 });
    return 'done';
  });
  expect([result, await read(db, 'run')]).toMatchObject(['done', { n: 3 }]);
});

test('runTransaction does not retry a conflict in its callback', async () => {
  await put('retry');
  const holder = await start();
  await write(holder, 'retry', { n: 1 });
  let attempts = 0;
  const failure = await failureOf(
    db.runTransaction(async (transaction: Transaction) => {
      attempts++;
      await write(transaction, 'retry', { n: 2 });
    }),
  );
  expect([attempts, failure.message]).toEqual([1, expect.stringContaining('TransactionConflict')]);
  await holder.rollback();
});

test('a failure of commit and rollback has a code and no errCode', async () => {
  const transaction = await start();
  await transaction.commit();
  for (const failure of [await failureOf(transaction.commit()), await failureOf(transaction.rollback())]) {
    expect(failure).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL', errCode: undefined });
  }
});

test('update, remove, count and aggregate with a query do not see the transaction', async () => {
  const transaction = await start();
  await transaction.collection('t').add({ data: { _id: 'unseen', unseen: true } });
  const unseen = transaction.collection('t').where({ unseen: true });
  expect((await unseen.get()).data).toHaveLength(1);
  expect(await unseen.count()).toMatchObject({ total: 0 });
  await transaction.rollback();
});

test('open transactions are counted and end with their commit or rollback', async () => {
  const before = cloud.openTransactionCount();
  const transactions = await Promise.all(Array.from({ length: 5 }, start));
  expect(cloud.openTransactionCount()).toBe(before + 5);
  await Promise.all(
    transactions.map((transaction, n) => (n % 2 ? transaction.commit() : transaction.rollback())),
  );
  expect(cloud.openTransactionCount()).toBe(before);
});
