import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import Database from 'libsql';
import { openStore } from '../../../../local/cloud/store';
import { closeTemporaryStores, findAll, findById, temporaryStore, updateById } from './temporary-store';

afterEach(closeTemporaryStores);

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
