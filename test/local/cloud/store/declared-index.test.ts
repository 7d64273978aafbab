import { closeTemporaryStores, findAll, index, temporaryStore, updateById } from './temporary-store';

afterEach(closeTemporaryStores);

type Fields = Record<string, unknown>;

test('a statement page looks at as many entries as it shows', async () => {
  const { store, scans } = await temporaryStore();
  await store.declareIndexes('things', [index('account_seq', 'account -seq', true)]);
  await store.insert(
    'things',
    Array.from({ length: 500 }, (_unused, n) => ({ account: `user:${n % 5}`, seq: n })),
  );
  const page = (query: Fields) => store.find('things', { query, order: { seq: -1 }, limit: 20 });
  expect((await page({ account: 'user:1' })).map(({ seq }) => seq)).toEqual(
    Array.from({ length: 20 }, (_unused, n) => 496 - 5 * n),
  );
  expect((await page({ account: 'user:1', seq: { $lt: 101 } }))[0]).toMatchObject({ seq: 96 });
  expect(scans).toEqual([
    { collection: 'things', index: 'account_seq', documentsExamined: 20 },
    { collection: 'things', index: 'account_seq', documentsExamined: 20 },
  ]);
});

test.each<[string, Fields, Fields | undefined, string | null, number]>([
  ['equality', { a: 3 }, undefined, 'a_b', 10],
  ['equality and range', { a: 3, b: { $gte: 30, $lt: 50 } }, undefined, 'a_b', 2],
  ['equality inside and', { $and: [{ a: { $eq: 3 } }, { b: { $gt: 80 } }] }, undefined, 'a_b', 2],
  ['a list', { a: { $in: [1, 3, 3] } }, undefined, 'a_b', 20],
  ['an id', { _id: 5 }, undefined, '_id', 1],
  ['a range of ids', { _id: { $gt: 95 } }, undefined, '_id', 4],
  ['an order alone', {}, { a: 1 }, 'a_b', 2],
  ['an order backwards', {}, { a: -1, b: -1 }, 'a_b', 2],
  ['an order that goes two ways', {}, { a: 1, b: -1 }, null, 100],
  ['another field', { c: 3 }, undefined, null, 100],
  ['the second field alone', { b: 3 }, undefined, null, 100],
  ['a negation', { a: { $ne: 3 } }, undefined, null, 100],
])('%s', async (_name, query, order, expectedIndex, examined) => {
  const { store, scans } = await temporaryStore();
  await store.declareIndexes('things', [index('a_b', 'a b')]);
  await store.insert(
    'things',
    Array.from({ length: 100 }, (_unused, n) => ({ _id: n, a: n % 10, b: n, c: n })),
  );
  await store.find(
    'things',
    order === undefined ? { query, limit: 1000 } : { query, order: order as Record<string, 1>, limit: 2 },
  );
  expect(scans).toEqual([{ collection: 'things', index: expectedIndex, documentsExamined: examined }]);
});

test('a unique index takes a missing field for null, and refuses the second one', async () => {
  const { store } = await temporaryStore();
  await store.declareIndexes('things', [index('k', 'k', true)]);
  await store.insert('things', [{ _id: 1 }, { _id: 2, k: 'x' }]);
  const code = 'DATABASE_DUPLICATE_WRITE';
  await expect(store.insert('things', [{ k: null }])).rejects.toMatchObject({ code, message: /E11000.*k/ });
  await expect(updateById(store, 1, { $set: { k: 'x' } })).rejects.toMatchObject({ code });
  await updateById(store, 2, { $set: { k: 'y' } });
  await updateById(store, 1, { $set: { k: 'x' } });
  expect(await findAll(store, { k: 'x' })).toEqual([{ _id: 1, k: 'x' }]);
});

test('one operation may not give two documents the same unique key', async () => {
  const { store } = await temporaryStore();
  await store.declareIndexes('things', [index('k', 'k', true)]);
  await expect(store.insert('things', [{ k: 1 }, { k: 1 }])).rejects.toMatchObject({
    code: 'DATABASE_DUPLICATE_WRITE',
  });
  await store.insert('things', [{ k: 1 }, { k: 2 }]);
  const same = { query: {}, update: { $set: { k: 3 } }, merge: true, multi: true, upsert: false };
  await expect(store.modify('things', same)).rejects.toMatchObject({ code: 'DATABASE_DUPLICATE_WRITE' });
  expect(await store.count('things', { query: { k: 3 } })).toBe(0);
});

test('declaring refuses duplicates, other fields under a known name, and more than twenty', async () => {
  const { store } = await temporaryStore();
  await store.insert('things', [{ k: 1 }, { k: 1 }]);
  await expect(store.declareIndexes('things', [index('k', 'k', true)])).rejects.toMatchObject({
    code: 'DATABASE_DUPLICATE_WRITE',
  });
  await store.declareIndexes('things', [index('k', 'k')]);
  await store.declareIndexes('things', [index('k', 'k')]);
  await expect(store.declareIndexes('things', [index('k', 'k n')])).rejects.toThrow('other fields');
  const many = Array.from({ length: 20 }, (_unused, n) => index(`i${n}`, `f${n}`));
  await expect(store.declareIndexes('things', many)).rejects.toThrow('too many indexes');
  expect(store.indexesOf('things')).toEqual([index('k', 'k')]);
});

test('declaring adds a collection that is missing', async () => {
  const { store, reopen } = await temporaryStore();
  await store.declareIndexes('new', [index('k', 'k')]);
  expect(await findAll(store, {}, 'new')).toEqual([]);
  expect((await reopen()).collectionNames()).toEqual(['things', 'new']);
});

test('two arrays in one compound index are refused', async () => {
  const { store } = await temporaryStore();
  await store.declareIndexes('things', [index('a_b', 'a b')]);
  await expect(store.insert('things', [{ a: [1, 2], b: [1, 2] }])).rejects.toThrow('parallel arrays');
});
