import { closeTemporaryStores, findAll, findById, temporaryStore } from './temporary-store';

afterEach(closeTemporaryStores);

test('a document without _id gets 32 hexadecimal characters', async () => {
  const { store } = await temporaryStore();
  const [id] = await store.insert('things', [{ a: 1 }]);
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(await findById(store, id)).toEqual({ _id: id, a: 1 });
});

test.each<[string, unknown]>([
  ['text', 'x'],
  ['an empty text', ''],
  ['a number', 5],
  ['null', null],
  ['a date', new Date(5)],
  ['an object', { a: 1 }],
])('_id may be %s', async (_name, id) => {
  const { store } = await temporaryStore();
  expect(await store.insert('things', [{ _id: id }])).toEqual([id]);
  await expect(store.insert('things', [{ _id: id }])).rejects.toMatchObject({
    code: 'DATABASE_DUPLICATE_WRITE',
  });
  expect(await findAll(store, { _id: id })).toHaveLength(1);
});

test('the number 1 and the text "1" are different ids', async () => {
  const { store } = await temporaryStore();
  await store.insert('things', [{ _id: 1 }, { _id: '1' }]);
  expect(await findById(store, 1)).toEqual({ _id: 1 });
  expect(await findById(store, '1')).toEqual({ _id: '1' });
});

test.each<[string, Record<string, unknown>[], string]>([
  ['an array as _id', [{ _id: [1] }], 'DATABASE_REQUEST_FAILED'],
  ['a field with a dollar', [{ $a: 1 }], 'DATABASE_REQUEST_FAILED'],
  ['a nested field with a dollar', [{ a: [{ $b: 1 }] }], 'DATABASE_REQUEST_FAILED'],
  ['one id twice', [{ _id: 1 }, { _id: 1 }], 'DATABASE_DUPLICATE_WRITE'],
  ['nothing', [], 'DATABASE_REQUEST_FAILED'],
  ['a document of 16 MB', [{ a: 'x'.repeat(16 * 1024 * 1024) }], 'DATABASE_REQUEST_FAILED'],
])('refuses to insert %s and inserts none of its neighbours', async (_name, documents, code) => {
  const { store } = await temporaryStore();
  const withNeighbour = documents.length === 0 ? [] : [{ _id: 'neighbour' }, ...documents];
  await expect(store.insert('things', withNeighbour)).rejects.toMatchObject({ code });
  expect(await findAll(store)).toEqual([]);
});

test('a document nested deeper than 100 levels is refused', async () => {
  const { store } = await temporaryStore();
  let document: Record<string, unknown> = {};
  for (let level = 0; level < 101; level++) document = { a: document };
  await expect(store.insert('things', [document])).rejects.toThrow('nested object depth');
});

test('the server date of an insert and of a query is the clock plus the offset', async () => {
  const { store } = await temporaryStore(() => 10_000);
  await store.insert('things', [{ _id: 1, at: { $tcb_server_date: { offset: 5 } } }]);
  expect(await findById(store, 1)).toEqual({ _id: 1, at: new Date(10_005) });
  const query = { at: { $lte: { $tcb_server_date: { offset: 4 } } } };
  expect(await store.count('things', { query })).toBe(0);
});

test('an inserted document is not the one that the caller keeps', async () => {
  const { store } = await temporaryStore();
  const mine = { _id: 1, list: [1] };
  await store.insert('things', [mine]);
  mine.list.push(2);
  expect(await findById(store, 1)).toEqual({ _id: 1, list: [1] });
});

test('operations on a missing collection are refused', async () => {
  const { store } = await temporaryStore();
  const code = 'DATABASE_COLLECTION_NOT_EXIST';
  await expect(store.find('none', { query: {}, limit: 1 })).rejects.toMatchObject({ code });
  await expect(store.insert('none', [{}])).rejects.toMatchObject({ code });
  await expect(store.aggregate('none', [])).rejects.toMatchObject({ code });
});

test('a collection can be added once and at most a hundred times', async () => {
  const { store } = await temporaryStore();
  await expect(store.addCollection('things')).rejects.toMatchObject({
    code: 'DATABASE_COLLECTION_ALREADY_EXIST',
  });
  for (let index = 1; index < 100; index++) await store.addCollection(`c${index}`);
  await expect(store.addCollection('c100')).rejects.toMatchObject({
    code: 'DATABASE_COLLECTION_EXCEED_LIMIT',
  });
});

test('skip, limit, order and projection', async () => {
  const { store } = await temporaryStore();
  await store.insert(
    'things',
    [5, 3, 9, 1].map(n => ({ _id: n, n, extra: true })),
  );
  const request = { query: {}, order: { n: -1 as const }, skip: 1, limit: 2, projection: { n: 1 } };
  expect(await store.find('things', request)).toEqual([
    { _id: 5, n: 5 },
    { _id: 3, n: 3 },
  ]);
  expect(await store.findEncoded('things', request)).toEqual(['{"_id":5,"n":5}', '{"_id":3,"n":3}']);
});

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ['named fields', { a: 1 }, { _id: 1, a: 1 }],
  ['all but some', { a: 0, list: 0 }, { _id: 1, o: { x: 1, y: 2 } }],
  ['without _id', { _id: 0, a: 1 }, { a: 1 }],
  ['nested', { 'o.x': 1 }, { _id: 1, o: { x: 1 } }],
  ['nested away', { 'o.x': 0, a: 0, list: 0 }, { _id: 1, o: { y: 2 } }],
  ['slice leaves the rest', { list: { $slice: -1 } }, { _id: 1, a: 1, o: { x: 1, y: 2 }, list: [{ n: 2 }] }],
  ['slice beside a field', { a: 1, list: { $slice: [0, 1] } }, { _id: 1, a: 1, list: [{ n: 1 }] }],
  ['elemMatch', { list: { $elemMatch: { n: { $gt: 1 } } } }, { _id: 1, list: [{ n: 2 }] }],
])('projection: %s', async (_name, projection, expected) => {
  const { store } = await temporaryStore();
  const document = { _id: 1, a: 1, o: { x: 1, y: 2 }, list: [{ n: 1 }, { n: 2 }] };
  await store.insert('things', [document]);
  expect(await store.find('things', { query: {}, limit: 1, projection })).toEqual([expected]);
  expect(await findById(store, 1)).toEqual(document);
});

test('an order over an array is refused', async () => {
  const { store } = await temporaryStore();
  await store.insert('things', [{ a: [1] }]);
  const found = store.find('things', { query: {}, order: { a: 1 }, limit: 1 });
  await expect(found).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: /array path 'a'/ });
});

test('a match and a sort at the beginning of a pipeline use the indexes', async () => {
  const { store, scans } = await temporaryStore();
  await store.declareIndexes('things', [
    {
      name: 'k_n',
      unique: false,
      fields: [
        { field: 'k', direction: 1 },
        { field: 'n', direction: 1 },
      ],
    },
  ]);
  await store.insert(
    'things',
    Array.from({ length: 100 }, (_unused, n) => ({ _id: n, k: n % 2, n })),
  );
  const stages = [{ $match: { k: 1 } }, { $sort: { n: -1 } }, { $limit: 2 }, { $project: { n: 1 } }];
  expect(await store.aggregate('things', stages)).toEqual([
    { _id: 99, n: 99 },
    { _id: 97, n: 97 },
  ]);
  expect(scans).toEqual([{ collection: 'things', index: 'k_n', documentsExamined: 2 }]);
});

test('near needs a geo index, orders by distance and is counted', async () => {
  const { store, scans } = await temporaryStore();
  const at = (longitude: number) => ({ type: 'Point', coordinates: [longitude, 0] });
  await store.insert(
    'things',
    [3, 1, 2].map(n => ({ _id: n, at: at(n) })),
  );
  const query = { at: { $nearSphere: { $geometry: at(0), $maxDistance: 250_000 } } };
  await expect(findAll(store, query)).rejects.toThrow('unable to find index');
  await store.declareIndexes('things', [
    { name: 'geo', unique: false, fields: [{ field: 'at', direction: '2dsphere' }] },
  ]);
  expect((await findAll(store, query)).map(({ _id }) => _id)).toEqual([1, 2]);
  expect(scans.at(-1)).toEqual({ collection: 'things', index: 'geo', documentsExamined: 3 });
  const stage = { $geoNear: { near: at(3), distanceField: 'metres' } };
  expect((await store.aggregate('things', [stage])).map(({ _id }) => _id)).toEqual([3, 2, 1]);
  await expect(store.aggregate('things', [{ $match: {} }, stage])).rejects.toThrow('first stage');
});
