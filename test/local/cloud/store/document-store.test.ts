import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import Database from 'libsql';
import { openStore } from '../../../../local/cloud/store';
import { closeTemporaryStores, findAll, findById, temporaryStore, updateById } from './temporary-store';

afterEach(closeTemporaryStores);

const whole = { merge: false, multi: false, upsert: true };

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

test('everything is there after closing and opening again, in the same order', async () => {
  const { store, reopen } = await temporaryStore();
  await store.declareIndexes('things', [{ name: 'n', unique: true, fields: [{ field: 'n', direction: 1 }] }]);
  await store.insert(
    'things',
    Array.from({ length: 50 }, (_unused, n) => ({ _id: `id${n}`, n, at: new Date(n), text: '碳点点' })),
  );
  await store.remove('things', { query: { n: { $lt: 5 } }, multi: true });
  await updateById(store, 'id7', { $set: { text: 'x' } });
  const before = await findAll(store);
  const again = await reopen();
  expect(await findAll(again)).toEqual(before);
  expect(again.indexesOf('things')).toEqual(store.indexesOf('things'));
  await expect(again.insert('things', [{ n: 7 }])).rejects.toMatchObject({
    code: 'DATABASE_DUPLICATE_WRITE',
  });
  await again.insert('things', [{ _id: 'new', n: 100 }]);
  expect((await findAll(again)).at(-1)).toMatchObject({ _id: 'new' });
});

test('the documents can be read with SQL while the store is open', async () => {
  const { store, folder } = await temporaryStore();
  await store.insert('things', [{ _id: 'x', n: 1 }]);
  const database = new Database(`${folder}/documents.db`, { readonly: true });
  expect(database.prepare('SELECT collection, id, ejson FROM documents').raw().all()).toEqual([
    ['things', 'x', '{"_id":"x","n":1}'],
  ]);
  database.close();
});

test('a read that shows a write is answered only when the log has that write', async () => {
  const { store, folder } = await temporaryStore();
  const database = new Database(`${folder}/documents.db`, { readonly: true });
  const rows = database.prepare('SELECT count(*) AS count FROM documents');
  const write = store.insert('things', [{ _id: 1 }]);
  const read = findById(store, 1).then(found => ({ found, logged: rows.get() }));
  expect(rows.get()).toMatchObject({ count: 0 });
  expect(await read).toMatchObject({ found: { _id: 1 }, logged: { count: 1 } });
  await write;
  database.close();
});

test('writes of one turn are committed together, and a later turn by itself', async () => {
  const { store, folder } = await temporaryStore();
  const logBytes = () => statSync(`${folder}/documents.db-wal`).size;
  const before = logBytes();
  await Promise.all(Array.from({ length: 50 }, (_unused, n) => store.insert('things', [{ _id: n }])));
  const together = logBytes() - before;
  for (let n = 50; n < 100; n++) await store.insert('things', [{ _id: n }]);
  expect(logBytes() - before - together).toBeGreaterThan(together * 10);
});

test('a closed store refuses everything', async () => {
  const { store } = await temporaryStore();
  await store.close();
  await expect(findAll(store)).rejects.toThrow('数据库已关闭');
  await expect(store.insert('things', [{}])).rejects.toThrow('数据库已关闭');
});

test('a folder belongs to one store: neither this nor another process opens it again', async () => {
  const { folder } = await temporaryStore();
  expect(() => openStore({ folder, nowMs: () => 0 })).toThrow('另一个进程');
  const script = `new (require('libsql'))(process.argv[1], { timeout: 0 }).exec('BEGIN EXCLUSIVE')`;
  const other = spawnSync(process.execPath, ['-e', script, `${folder}/lock.db`], { encoding: 'utf8' });
  expect(other.stderr).toContain('database is locked');
});

test('a commit that the disk refuses stops the store instead of answering', async () => {
  const { store, folder } = await temporaryStore();
  const blocker = new Database(`${folder}/documents.db`, { timeout: 0 });
  blocker.exec('BEGIN IMMEDIATE');
  await expect(store.insert('things', [{ _id: 1 }])).rejects.toThrow('写入磁盘失败');
  blocker.exec('ROLLBACK');
  blocker.close();
  await expect(findAll(store)).rejects.toThrow('写入磁盘失败');
});
