import type { Cloud } from '../../../../local/cloud';
import { type Database, realDatabase } from '../real-sdk';
import { startEmptyCloud, stopTestClouds } from '../test-cloud';

let cloud: Cloud;
let db: Database;
beforeAll(async () => {
  cloud = await startEmptyCloud();
  db = realDatabase(cloud);
  await db.createCollection('things');
});
afterAll(stopTestClouds);

const things = () => db.collection('things');

test('createCollection makes a collection that can be used', async () => {
  expect(await db.createCollection('made')).toMatchObject({ errMsg: 'createCollection:ok' });
  expect(await db.collection('made').count()).toMatchObject({ total: 0 });
});

test('add makes up an id of 32 characters where there is none and keeps one that is given', async () => {
  const { _id } = await things().add({ data: { made: true } });
  expect(_id).toMatch(/^[0-9a-f]{32}$/);
  expect(await things().add({ data: { _id: 'given', made: true } })).toMatchObject({ _id: 'given' });
});

test('add takes a list of documents and answers with their ids in order', async () => {
  const data = [{ _id: 'l1' }, { _id: 'l2' }];
  expect(await things().add({ data })).toMatchObject({ _ids: ['l1', 'l2'] });
});

test('every kind of value comes back as it went', async () => {
  const data = {
    text: '碳点点 \u0000 "quoted"',
    whole: 42,
    negative: -7,
    large: 9_007_199_254_740_991,
    fraction: 0.1,
    yes: true,
    nothing: null,
    date: new Date('2026-02-03T04:05:06.789Z'),
    list: [1, 'two', [3], { four: 4 }],
    nested: { deep: { deeper: [] } },
    empty: {},
  };
  await things().add({ data: { _id: 'values', ...data } });
  const { data: found } = await things().doc('values').get();
  expect(found).toEqual({ _id: 'values', ...data });
});

test('serverDate is the endpoint’s time plus its offset', async () => {
  const beforeMs = cloud.nowMs();
  await things().add({
    data: { _id: 'dated', now: db.serverDate(), later: db.serverDate({ offset: 60_000 }) },
  });
  const { data } = await things().doc('dated').get<{ now: Date; later: Date }>();
  expect(data.now.getTime()).toBeGreaterThanOrEqual(beforeMs);
  expect(data.now.getTime()).toBeLessThanOrEqual(cloud.nowMs());
  expect(data.later.getTime() - data.now.getTime()).toBe(60_000);
});

test('set makes a document or replaces it as a whole', async () => {
  const document = things().doc('set');
  expect(await document.set({ data: { a: 1, b: 1 } })).toMatchObject({ stats: { created: 1, updated: 0 } });
  expect(await document.set({ data: { b: 2 } })).toMatchObject({ stats: { created: 0, updated: 1 } });
  expect(await document.get()).toMatchObject({ data: { _id: 'set', b: 2 } });
  expect(await document.get()).not.toHaveProperty('data.a');
});

test('update merges into one document and says how many it changed', async () => {
  await things().add({ data: { _id: 'update', a: { x: 1, y: 1 } } });
  const document = things().doc('update');
  expect(await document.update({ data: { a: { y: 2 } } })).toMatchObject({ stats: { updated: 1 } });
  expect(await document.get()).toMatchObject({ data: { a: { x: 1, y: 2 } } });
  expect(
    await things()
      .doc('absent')
      .update({ data: { a: 1 } }),
  ).toMatchObject({ stats: { updated: 0 } });
});

test('remove takes one document away and says whether it was there', async () => {
  await things().add({ data: { _id: 'remove' } });
  expect(await things().doc('remove').remove()).toMatchObject({ stats: { removed: 1 } });
  expect(await things().doc('remove').remove()).toMatchObject({ stats: { removed: 0 } });
});

test('where().update and where().remove reach all matches, count counts them', async () => {
  await Promise.all([1, 2, 3].map(n => things().add({ data: { _id: `many-${n}`, kind: 'many', n } })));
  const many = things().where({ kind: 'many' });
  expect(await many.count()).toMatchObject({ total: 3 });
  expect(await many.update({ data: { seen: true } })).toMatchObject({ stats: { updated: 3 } });
  expect(await things().where({ kind: 'many', n: 2 }).remove()).toMatchObject({ stats: { removed: 1 } });
  expect(await many.get()).toMatchObject({ data: [{ seen: true }, { seen: true }] });
});

test('get pages, orders and projects', async () => {
  await Promise.all([5, 1, 4, 2, 3].map(n => things().add({ data: { _id: `page-${n}`, page: true, n } })));
  const page = things()
    .where({ page: true })
    .orderBy('n', 'desc')
    .skip(1)
    .limit(2)
    .field({ n: true, _id: false });
  expect(await page.get()).toMatchObject({ data: [{ n: 4 }, { n: 3 }] });
  expect((await page.get()).data[0]).toEqual({ n: 4 });
});

test('a query without a limit answers with 100 documents, with the highest limit with 1000', async () => {
  await db.createCollection('crowd');
  const crowd = db.collection('crowd');
  for (let start = 0; start < 1100; start += 550) {
    await crowd.add({ data: Array.from({ length: 550 }, (_, n) => ({ n: start + n })) });
  }
  expect((await crowd.get()).data).toHaveLength(100);
  expect((await crowd.limit(1000).get()).data).toHaveLength(1000);
  expect((await crowd.limit(5000).get()).data).toHaveLength(1000);
});

test('aggregate runs its stages in order', async () => {
  await db.createCollection('sales');
  const sales = [
    { city: 'a', fen: 5 },
    { city: 'b', fen: 7 },
    { city: 'a', fen: 6 },
  ];
  await Promise.all(sales.map(data => db.collection('sales').add({ data })));
  const $ = db.command.aggregate;
  const pipeline = db
    .collection('sales')
    .aggregate()
    .match({ fen: db.command.gt(4) })
    .group({ _id: '$city', fen: $.sum('$fen'), sales: $.sum(1) })
    .sort({ fen: -1 })
    .limit(1);
  expect(await pipeline.end()).toMatchObject({ list: [{ _id: 'a', fen: 11, sales: 2 }] });
});

test('updateAndReturn changes one document and answers with it as it is then', async () => {
  await things().add({ data: { _id: 'return', n: 1 } });
  // wx-server-sdk hides this action; the database package below it has it.
  const { _query } = things().where({ _id: 'return' }) as unknown as {
    _query: { updateAndReturn(data: object): Promise<unknown> };
  };
  const answer = await _query.updateAndReturn({ n: db.command.inc(5) });
  expect(answer).toMatchObject({ updated: 1, doc: { _id: 'return', n: 6 } });
});

test('a document that a function sees is not shared with the next reader', async () => {
  await things().add({ data: { _id: 'shared', list: [1] } });
  const first = await things().doc('shared').get<{ list: number[] }>();
  first.data.list.push(2);
  expect(await things().doc('shared').get()).toMatchObject({ data: { list: [1] } });
});
