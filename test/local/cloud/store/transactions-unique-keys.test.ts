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

async function uniqueStore(...documents: Record<string, unknown>[]): Promise<Store> {
  const store = await storeWith(...documents);
  await store.declareIndexes('things', [UNIQUE_K]);
  return store;
}

test('a violation refuses the write and ends the transaction', async () => {
  const store = await uniqueStore({ _id: 1, k: 'x' });
  const id = store.startTransaction();
  await expect(store.insert('things', [{ _id: 2, k: 'x' }], id)).rejects.toMatchObject(DUPLICATE);
  await expect(findById(store, 1, id)).rejects.toMatchObject(GONE);
});

test('two transactions that insert one key: the second conflicts', async () => {
  const store = await uniqueStore();
  const [first, second] = [store.startTransaction(), store.startTransaction()];
  await store.insert('things', [{ _id: 1, k: 'x' }], first);
  await expect(store.insert('things', [{ _id: 2, k: 'x' }], second)).rejects.toMatchObject(CONFLICT);
  await store.commitTransaction(first);
  expect(await findAll(store)).toEqual([{ _id: 1, k: 'x' }]);
});

test('two transactions that insert one id: the second conflicts', async () => {
  const store = await uniqueStore();
  const [first, second] = [store.startTransaction(), store.startTransaction()];
  await store.insert('things', [{ _id: 1, k: 'x' }], first);
  await expect(store.insert('things', [{ _id: 1, k: 'y' }], second)).rejects.toMatchObject(CONFLICT);
});

test('a key committed after the snapshot is a conflict, one before it a duplicate', async () => {
  const store = await uniqueStore({ _id: 1, k: 'old' });
  const [late, early] = [await begun(store), await begun(store)];
  await store.insert('things', [{ _id: 2, k: 'new' }]);
  await expect(store.insert('things', [{ _id: 3, k: 'new' }], late)).rejects.toMatchObject(CONFLICT);
  await expect(store.insert('things', [{ _id: 3, k: 'old' }], early)).rejects.toMatchObject(DUPLICATE);
});

test('a key freed after the snapshot is a conflict', async () => {
  const store = await uniqueStore({ _id: 1, k: 'x' });
  const id = await begun(store);
  await updateById(store, 1, { $set: { k: 'y' } });
  await expect(store.insert('things', [{ _id: 2, k: 'x' }], id)).rejects.toMatchObject(CONFLICT);
});

test('a key that another transaction is freeing is a conflict', async () => {
  const store = await uniqueStore({ _id: 1, k: 'x' });
  const [first, second] = [store.startTransaction(), store.startTransaction()];
  await store.remove('things', { query: { _id: 1 }, multi: false, transactionId: first });
  await expect(store.insert('things', [{ _id: 2, k: 'x' }], second)).rejects.toMatchObject(CONFLICT);
});

test('a transaction may move a key between its own documents', async () => {
  const store = await uniqueStore({ _id: 1, k: 'x' }, { _id: 2, k: 'y' });
  const id = store.startTransaction();
  await updateById(store, 1, { $set: { k: 'free' } }, id);
  await updateById(store, 2, { $set: { k: 'x' } }, id);
  await updateById(store, 1, { $set: { k: 'y' } }, id);
  await expect(store.insert('things', [{ _id: 3, k: 'free' }], id)).resolves.toEqual([3]);
  await store.commitTransaction(id);
  expect(await findAll(store)).toEqual([
    { _id: 1, k: 'y' },
    { _id: 2, k: 'x' },
    { _id: 3, k: 'free' },
  ]);
});

test('a transaction may not give one key to two of its documents', async () => {
  const store = await uniqueStore();
  const id = store.startTransaction();
  await store.insert('things', [{ _id: 1, k: 'x' }], id);
  await expect(store.insert('things', [{ _id: 2, k: 'x' }], id)).rejects.toMatchObject(DUPLICATE);
  expect(await findAll(store)).toEqual([]);
});
