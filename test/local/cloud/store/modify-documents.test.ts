import { closeTemporaryStores, findAll, temporaryStore, updateById } from './temporary-store';

afterEach(closeTemporaryStores);

const whole = { merge: false, multi: false, upsert: true };

test('an update counts what it changed, of one or of all matches', async () => {
  const { store } = await temporaryStore();
  await store.insert('things', [
    { _id: 1, n: 1 },
    { _id: 2, n: 1 },
    { _id: 3, n: 2 },
  ]);
  const update = { $set: { n: 2 } };
  const request = { query: { n: { $gt: 0 } }, update, merge: true, upsert: false };
  expect(await store.modify('things', { ...request, multi: false })).toEqual({
    updated: 1,
    upsertedId: null,
  });
  expect(await store.modify('things', { ...request, multi: true })).toEqual({ updated: 1, upsertedId: null });
  expect(await store.modify('things', { ...request, multi: true })).toEqual({ updated: 0, upsertedId: null });
});

test('a refused update of many changes none of them', async () => {
  const { store } = await temporaryStore();
  await store.insert('things', [
    { _id: 1, n: 1 },
    { _id: 2, n: 'x' },
  ]);
  const request = { query: {}, update: { $inc: { n: 1 } }, merge: true, multi: true, upsert: false };
  await expect(store.modify('things', request)).rejects.toThrow('non-numeric');
  expect(await findAll(store)).toEqual([
    { _id: 1, n: 1 },
    { _id: 2, n: 'x' },
  ]);
});

test('set replaces the whole document and keeps its _id, or inserts it', async () => {
  const { store } = await temporaryStore();
  await store.insert('things', [{ _id: 1, a: 1 }]);
  const set = (id: number, update: Record<string, unknown>) =>
    store.modify('things', { query: { _id: id }, update, ...whole });
  expect(await set(1, { b: 2 })).toEqual({ updated: 1, upsertedId: null });
  expect(await set(2, { c: 3 })).toEqual({ updated: 0, upsertedId: 2 });
  expect(await findAll(store)).toEqual([
    { _id: 1, b: 2 },
    { _id: 2, c: 3 },
  ]);
  await expect(set(1, { _id: 9 })).rejects.toThrow("field '_id'");
  await expect(set(1, { $set: { a: 1 } })).rejects.toThrow('atomic operators');
});

test('an upsert of operators begins with the equalities of the query', async () => {
  const { store } = await temporaryStore();
  const request = {
    query: { k: 'x', n: { $gt: 5 } },
    update: { $inc: { n: 1 }, $setOnInsert: { made: true } },
    merge: true,
    multi: false,
    upsert: true,
  };
  const { upsertedId } = await store.modify('things', request);
  expect(await findAll(store)).toEqual([{ _id: upsertedId, k: 'x', n: 1, made: true }]);
});

test('plain fields are no update', async () => {
  const { store } = await temporaryStore();
  await store.insert('things', [{ _id: 1 }]);
  await expect(updateById(store, 1, { a: 1 })).rejects.toThrow('atomic operators');
});

test('modifyAndReturn answers with the document as it is afterwards', async () => {
  const { store } = await temporaryStore();
  await store.insert('things', [{ _id: 1, n: 1 }]);
  const request = { query: { _id: 1 }, update: { $inc: { n: 1 } } };
  expect(await store.modifyAndReturn('things', request)).toEqual({ updated: 1, document: { _id: 1, n: 2 } });
  expect(await store.modifyAndReturn('things', { ...request, query: { _id: 9 } })).toEqual({
    updated: 0,
    document: null,
  });
});

test('remove deletes one or all matches and tells how many', async () => {
  const { store } = await temporaryStore();
  await store.insert('things', [{ _id: 1 }, { _id: 2 }, { _id: 3 }]);
  expect(await store.remove('things', { query: { _id: 1 }, multi: false })).toBe(1);
  expect(await store.remove('things', { query: {}, multi: true })).toBe(2);
  expect(await store.remove('things', { query: {}, multi: true })).toBe(0);
});
