import type { Cloud } from '../../../../local/cloud';
import { type Database, failureOf, realDatabase } from '../real-sdk';
import { admin } from '../requests';
import { startEmptyCloud, stopTestClouds } from '../test-cloud';

let cloud: Cloud;
let db: Database;
beforeAll(async () => {
  cloud = await startEmptyCloud();
  db = realDatabase(cloud);
  await db.createCollection('c');
  await db.collection('c').add({ data: { _id: 'x', list: [{ n: 1 }], n: 1 } });
});
afterAll(stopTestClouds);

describe('failures as product code sees them', () => {
  const missing = /-502005 database collection not exists.*\[ResourceNotFound\] Db or Table not exist/;
  const cases: [string, () => Promise<unknown>, number, RegExp][] = [
    [
      'a duplicate id',
      () => db.collection('c').add({ data: { _id: 'x' } }),
      -501001,
      /\[FailedOperation.DuplicateWrite\].*E11000 duplicate key/,
    ],
    ['add to an unknown collection', () => db.collection('no').add({ data: {} }), -502005, missing],
    ['get of an unknown collection', () => db.collection('no').where({ a: 1 }).get(), -502005, missing],
    ['doc of an unknown collection', () => db.collection('no').doc('x').get(), -502005, missing],
    ['count of an unknown collection', () => db.collection('no').count(), -502005, missing],
    [
      'update in an unknown collection',
      () =>
        db
          .collection('no')
          .doc('x')
          .update({ data: { a: 1 } }),
      -502005,
      missing,
    ],
    ['remove in an unknown collection', () => db.collection('no').doc('x').remove(), -502005, missing],
    [
      'a missing document',
      () => db.collection('c').doc('absent').get(),
      -1,
      /document.get:fail document with _id absent does not exist/,
    ],
    [
      'an order by an array',
      () => db.collection('c').orderBy('list.n', 'asc').get(),
      -502001,
      /-502001 database request fail/,
    ],
    [
      'an unknown operator',
      () =>
        db
          .collection('c')
          .where({ n: { $nonsense: 1 } })
          .get(),
      -502001,
      /-502001 database request fail/,
    ],
    [
      'inc of a text',
      () =>
        db
          .collection('c')
          .doc('x')
          .update({ data: { list: db.command.inc(1) } }),
      -502001,
      /-502001 database request fail/,
    ],
    [
      'more than 100 KB',
      () => db.collection('c').add({ data: { text: 'x'.repeat(103_000) } }),
      -501001,
      /EXCEED_REQUEST_SIZE_LIMIT/,
    ],
  ];
  test.each(cases)('%s', async (_name, work, errCode, message) => {
    const failure = await failureOf(work());
    expect(failure).toMatchObject({ code: undefined, errCode });
    expect(failure.message).toMatch(message);
  });

  test('aggregate and createCollection keep the code', async () => {
    expect(await failureOf(Promise.resolve(db.collection('no').aggregate().end()))).toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
      errCode: -1,
    });
    expect(await failureOf(db.createCollection('c'))).toMatchObject({
      code: 'DATABASE_COLLECTION_ALREADY_EXIST',
    });
  });

  test('a unique index refuses a second document with the same key', async () => {
    const indexes = [{ name: 'owner', unique: true, fields: [{ field: 'owner', direction: 1 }] }];
    const reply = await fetch(`${cloud.url}/indexes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ collection: 'owned', indexes }),
    });
    expect(reply.status).toBe(200);
    await db.collection('owned').add({ data: { owner: 'ann' } });
    const failure = await failureOf(db.collection('owned').add({ data: { owner: 'ann' } }));
    expect(failure.message).toMatch(/E11000 duplicate key.*owner/);
  });

  test('a document that is exactly within 100 KB is taken', async () => {
    expect(await db.collection('c').add({ data: { text: 'x'.repeat(100_000) } })).toHaveProperty('_id');
  });
});

describe('requests that the SDK would never send', () => {
  const object = '{}';
  test.each([
    ['an unknown action', 'database.drop', {}, 'INVALID_ACTION'],
    ['no action', '', {}, 'INVALID_ACTION'],
    ['a name of Object', 'constructor', {}, 'INVALID_ACTION'],
    ['no collection', 'database.getDocument', {}, 'INVALID_PARAM'],
    ['a collection that is no text', 'database.getDocument', { collectionName: { a: 1 } }, 'INVALID_PARAM'],
    ['broken EJSON', 'database.getDocument', { collectionName: 'c', query: '{"a":' }, 'INVALID_PARAM'],
    [
      'a broken object id',
      'database.getDocument',
      { collectionName: 'c', query: '{"a":{"$oid":"zz"}}' },
      'INVALID_PARAM',
    ],
    ['a query that is a list', 'database.getDocument', { collectionName: 'c', query: '[]' }, 'INVALID_PARAM'],
    ['a limit over 1000', 'database.getDocument', { collectionName: 'c', limit: 1001 }, 'INVALID_PARAM'],
    ['a negative limit', 'database.getDocument', { collectionName: 'c', limit: -1 }, 'INVALID_PARAM'],
    [
      'an offset that is no number',
      'database.getDocument',
      { collectionName: 'c', offset: '1' },
      'INVALID_PARAM',
    ],
    [
      'an order that is no direction',
      'database.getDocument',
      { collectionName: 'c', order: '{"a":"up"}' },
      'INVALID_PARAM',
    ],
    ['no documents', 'database.insertDocument', { collectionName: 'c', data: [] }, 'INVALID_PARAM'],
    [
      'documents that are no EJSON',
      'database.insertDocument',
      { collectionName: 'c', data: [1] },
      'INVALID_PARAM',
    ],
    ['no update', 'database.modifyDocument', { collectionName: 'c', query: object }, 'INVALID_PARAM'],
    [
      'stages that are no list',
      'database.aggregateDocuments',
      { collectionName: 'c', stages: {} },
      'INVALID_PARAM',
    ],
    [
      'a stage without a key',
      'database.aggregateDocuments',
      { collectionName: 'c', stages: [null] },
      'INVALID_PARAM',
    ],
    ['a commit of no transaction', 'database.commitTransaction', {}, 'INVALID_PARAM'],
    [
      'a commit of an unknown one',
      'database.commitTransaction',
      { transactionId: 'no' },
      'DATABASE_TRANSACTION_FAIL',
    ],
    ['an unknown function', 'functions.invokeFunction', { function_name: 'no' }, 'FUNCTION_NOT_FOUND'],
    [
      'an event that is no JSON',
      'functions.invokeFunction',
      { function_name: 'no', request_data: '{' },
      'INVALID_PARAM',
    ],
    ['JSON for an open API', 'wx.openApi', { apiName: 'a.b' }, 'INVALID_ACTION'],
    ['an empty list of files', 'storage.batchDeleteFile', { fileid_list: [] }, 'INVALID_PARAM'],
  ])('%s', async (_name, action, parameters, code) => {
    const { status, json } = await admin(cloud.url, action, parameters);
    expect({ status, json }).toMatchObject({ status: 200, json: { code, requestId: expect.any(String) } });
  });

  test.each([
    ['no JSON', '{"action":'],
    ['a list', '[]'],
    ['nothing', ''],
    ['null', 'null'],
  ])('a body that is %s', async (_name, body) => {
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(`${cloud.url}/admin`, { method: 'POST', headers, body });
    expect(await reply.json()).toMatchObject({ code: 'INVALID_PARAM' });
  });

  test('more than 16 MB', async () => {
    const reply = await admin(cloud.url, 'functions.invokeFunction', {
      request_data: 'x'.repeat(17 * 1024 * 1024),
    });
    expect(reply.json).toMatchObject({ code: 'EXCEED_REQUEST_SIZE_LIMIT' });
  });
});
