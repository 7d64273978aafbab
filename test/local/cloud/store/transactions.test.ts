import type { IndexDeclaration, Store } from '../../../../local/cloud/store';
import { closeTemporaryStores, findAll, findById, temporaryStore, updateById } from './temporary-store';

afterEach(closeTemporaryStores);

const CONFLICT = { code: 'DATABASE_TRANSACTION_CONFLICT', message: /TransactionConflict/ };
const GONE = { code: 'DATABASE_TRANSACTION_FAIL' };
const DUPLICATE = { code: 'DATABASE_DUPLICATE_WRITE' };
const UNIQUE_K: IndexDeclaration = { name: 'k', unique: true, fields: [{ field: 'k', direction: 1 }] };

async function storeWith(...documents: Record<string, unknown>[]): Promise<Store> {
  const { store } = await temporaryStore();
  if (documents.length > 0) await store.insert('things', documents);
  return store;
}

/** A transaction whose snapshot is taken. */
async function begun(store: Store): Promise<string> {
  const transactionId = store.startTransaction();
  await findById(store, 'nothing', transactionId);
  return transactionId;
}

test('sees its own writes, and others see them only after the commit', async () => {
  const store = await storeWith({ _id: 1, n: 1 }, { _id: 2, n: 1 });
  const id = store.startTransaction();
  await updateById(store, 1, { $set: { n: 5 } }, id);
  await store.insert('things', [{ _id: 3, n: 9 }], id);
  await store.remove('things', { query: { _id: 2 }, multi: false, transactionId: id });
  const inside = await store.find('things', {
    query: { n: { $gt: 1 } },
    order: { n: -1 },
    limit: 10,
    transactionId: id,
  });
  expect(inside).toEqual([
    { _id: 3, n: 9 },
    { _id: 1, n: 5 },
  ]);
  expect(await findAll(store)).toEqual([
    { _id: 1, n: 1 },
    { _id: 2, n: 1 },
  ]);
  await store.commitTransaction(id);
  expect(await findAll(store)).toEqual([
    { _id: 1, n: 5 },
    { _id: 3, n: 9 },
  ]);
});

test('the snapshot is that of the first operation, not of the start', async () => {
  const store = await storeWith({ _id: 1, n: 1 });
  const id = store.startTransaction();
  await updateById(store, 1, { $set: { n: 2 } });
  expect(await findById(store, 1, id)).toEqual({ _id: 1, n: 2 });
  await updateById(store, 1, { $set: { n: 3 } });
  expect(await findById(store, 1, id)).toEqual({ _id: 1, n: 2 });
});

test('an aborted transaction leaves nothing', async () => {
  const store = await storeWith({ _id: 1, n: 1 });
  const id = store.startTransaction();
  await updateById(store, 1, { $set: { n: 5 } }, id);
  await store.insert('things', [{ _id: 2 }], id);
  await store.abortTransaction(id);
  expect(await findAll(store)).toEqual([{ _id: 1, n: 1 }]);
  await store.insert('things', [{ _id: 2 }]);
  await expect(store.commitTransaction(id)).rejects.toMatchObject(GONE);
});

test('the first writer wins, the second is told at once and is ended', async () => {
  const store = await storeWith({ _id: 1, n: 1 });
  const [first, second] = [await begun(store), await begun(store)];
  await updateById(store, 1, { $inc: { n: 1 } }, first);
  await expect(updateById(store, 1, { $inc: { n: 1 } }, second)).rejects.toMatchObject(CONFLICT);
  await expect(findById(store, 1, second)).rejects.toMatchObject(GONE);
  expect(store.openTransactionCount()).toBe(1);
  await store.commitTransaction(first);
  expect(await findById(store, 1)).toEqual({ _id: 1, n: 2 });
});

test('what was committed after the snapshot cannot be overwritten', async () => {
  const store = await storeWith({ _id: 1, n: 1 });
  const id = await begun(store);
  await updateById(store, 1, { $inc: { n: 1 } });
  await expect(updateById(store, 1, { $inc: { n: 1 } }, id)).rejects.toMatchObject(CONFLICT);
});

test('what was removed after the snapshot is a conflict, too', async () => {
  const store = await storeWith({ _id: 1, n: 1 });
  const id = await begun(store);
  await store.remove('things', { query: { _id: 1 }, multi: false });
  expect(await findById(store, 1, id)).toEqual({ _id: 1, n: 1 });
  await expect(updateById(store, 1, { $inc: { n: 1 } }, id)).rejects.toMatchObject(CONFLICT);
});

test('an update that changes nothing takes no lock, as in MongoDB', async () => {
  const store = await storeWith({ _id: 1, n: 1 });
  const id = store.startTransaction();
  expect(await updateById(store, 1, { $set: { n: 1 } }, id)).toEqual({ updated: 0, upsertedId: null });
  await updateById(store, 1, { $set: { n: 2 } });
  await store.commitTransaction(id);
  expect(await findById(store, 1)).toEqual({ _id: 1, n: 2 });
});

test('write skew is possible, as in MongoDB: two transactions that read both and write one each', async () => {
  const store = await storeWith({ _id: 'a', on: true }, { _id: 'b', on: true });
  const [first, second] = [store.startTransaction(), store.startTransaction()];
  for (const id of [first, second])
    expect(await store.count('things', { query: { on: true }, transactionId: id })).toBe(2);
  await updateById(store, 'a', { $set: { on: false } }, first);
  await updateById(store, 'b', { $set: { on: false } }, second);
  await store.commitTransaction(first);
  await store.commitTransaction(second);
  expect(await store.count('things', { query: { on: true } })).toBe(0);
});

test('a write outside waits for the transaction and then applies to its result', async () => {
  const store = await storeWith({ _id: 1, n: 1 });
  const id = store.startTransaction();
  await updateById(store, 1, { $set: { n: 10 } }, id);
  let isDone = false;
  const waiting = updateById(store, 1, { $inc: { n: 1 } }).then(() => {
    isDone = true;
  });
  await findById(store, 1);
  expect(isDone).toBe(false);
  await store.commitTransaction(id);
  await waiting;
  expect(await findById(store, 1)).toEqual({ _id: 1, n: 11 });
});

test('an insert outside waits for the transaction that inserts the same id or the same unique key', async () => {
  const store = await storeWith();
  await store.declareIndexes('things', [UNIQUE_K]);
  const id = store.startTransaction();
  await store.insert('things', [{ _id: 1, k: 'x' }], id);
  const sameId = store.insert('things', [{ _id: 1, k: 'y' }]);
  const sameKey = store.insert('things', [{ _id: 2, k: 'x' }]);
  const refused = Promise.allSettled([sameId, sameKey]);
  await store.commitTransaction(id);
  expect(await refused).toMatchObject([{ reason: DUPLICATE }, { reason: DUPLICATE }]);
  const another = store.startTransaction();
  await store.insert('things', [{ _id: 3, k: 'z' }], another);
  const applied = store.insert('things', [{ _id: 3, k: 'z' }]);
  await store.abortTransaction(another);
  expect(await applied).toEqual([3]);
});

test('the wait ends with a conflict when the transaction does not end', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  try {
    const store = await storeWith({ _id: 1, n: 1 });
    const id = store.startTransaction();
    await updateById(store, 1, { $set: { n: 10 } }, id);
    const waiting = expect(updateById(store, 1, { $inc: { n: 1 } })).rejects.toMatchObject(CONFLICT);
    await jest.advanceTimersByTimeAsync(10_000);
    await waiting;
  } finally {
    jest.useRealTimers();
  }
});

test('a transaction ends after thirty seconds and frees its locks', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  try {
    const store = await storeWith({ _id: 1, n: 1 });
    const id = store.startTransaction();
    await updateById(store, 1, { $set: { n: 10 } }, id);
    await jest.advanceTimersByTimeAsync(29_999);
    expect(await findById(store, 1, id)).toEqual({ _id: 1, n: 10 });
    await jest.advanceTimersByTimeAsync(1);
    expect(store.openTransactionCount()).toBe(0);
    await expect(store.commitTransaction(id)).rejects.toMatchObject(GONE);
    await updateById(store, 1, { $inc: { n: 1 } });
    expect(await findById(store, 1)).toEqual({ _id: 1, n: 2 });
  } finally {
    jest.useRealTimers();
  }
});

test('any refusal ends the transaction', async () => {
  const store = await storeWith({ _id: 1, n: 'x' });
  const id = store.startTransaction();
  await store.insert('things', [{ _id: 2 }], id);
  await expect(updateById(store, 1, { $inc: { n: 1 } }, id)).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
  });
  await expect(store.commitTransaction(id)).rejects.toMatchObject(GONE);
  expect(await findAll(store)).toEqual([{ _id: 1, n: 'x' }]);
});

test('old versions live as long as a snapshot that sees them, through many changes and other snapshots', async () => {
  const store = await storeWith({ _id: 1, n: 0 }, { _id: 2, n: 0 });
  const held: { id: string; n: number }[] = [];
  for (let n = 1; n <= 20; n++) {
    held.push({ id: await begun(store), n: n - 1 });
    await updateById(store, 1, { $set: { n } });
    if (n === 10) await store.remove('things', { query: { _id: 2 }, multi: false });
  }
  // Ended in an order in which the oldest is not the first to go.
  for (const { id, n } of [...held].sort((left, right) => (left.n % 7) - (right.n % 7))) {
    expect(await findById(store, 1, id)).toEqual({ _id: 1, n });
    expect(await findById(store, 2, id)).toEqual(n < 10 ? { _id: 2, n: 0 } : undefined);
    await store.abortTransaction(id);
  }
  expect(await findAll(store)).toEqual([{ _id: 1, n: 20 }]);
});

test('sixty-four transactions at once on one counter lose no increment', async () => {
  const store = await storeWith({ _id: 'counter', n: 0 });
  let mostOpen = 0;
  let conflicts = 0;
  async function increment(): Promise<void> {
    for (;;) {
      const id = store.startTransaction();
      try {
        const found = (await findById(store, 'counter', id)) as unknown as { n: number };
        mostOpen = Math.max(mostOpen, store.openTransactionCount());
        await updateById(store, 'counter', { $set: { n: found.n + 1 } }, id);
        await new Promise(resolve => setImmediate(resolve));
        await store.commitTransaction(id);
        return;
      } catch (error) {
        expect(error).toMatchObject(CONFLICT);
        conflicts++;
        await new Promise(resolve => setTimeout(resolve, Math.random() * 20));
      }
    }
  }
  await Promise.all(Array.from({ length: 64 }, increment));
  expect(await findById(store, 'counter')).toEqual({ _id: 'counter', n: 64 });
  expect(mostOpen).toBeGreaterThanOrEqual(64);
  expect(conflicts).toBeGreaterThan(0);
  expect(store.openTransactionCount()).toBe(0);
});
