import type { Cloud } from '../../../../local/cloud';
import * as fc from '../../../support/fast-check';
import { postJson, send } from '../requests';
import { startEmptyCloud, startTestCloud, stopTestClouds } from '../test-cloud';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(stopTestClouds);

const runs = process.env.SOAK === '1' ? 5000 : 150;
const headers = { 'content-type': 'application/json', 'x-wx-openid': 'o-ann' };
const post = (path: string, body: string) => send(cloud.url + path, { method: 'POST', headers, body });

const actions = [
  ...[
    'insertDocument',
    'getDocument',
    'modifyDocument',
    'modifyAndReturnDoc',
    'removeDocument',
    'calculateDocument',
  ],
  ...[
    'aggregateDocuments',
    'addCollection',
    'startTransaction',
    'commitTransaction',
    'abortTransaction',
    'nonsense',
  ],
].map(name => `database.${name}`);
const otherActions = [
  'functions.invokeFunction',
  'wx.api',
  'storage.getUploadMetadata',
  'storage.batchGetDownloadUrl',
  'storage.batchDeleteFile',
];

const operator = fc.constantFrom(
  '$set',
  '$inc',
  '$push',
  '$gt',
  '$in',
  '$or',
  '$regex',
  '$where',
  '$expr',
  '$date',
  '$oid',
  '__proto__',
);
const key = fc.oneof(operator, fc.string(), fc.constantFrom('_id', 'a', 'a.b', 'a.0', ''));
const { value } = fc.letrec<{ value: unknown; object: object }>(tie => ({
  value: fc.oneof({ maxDepth: 4 }, fc.jsonValue(), tie('object'), fc.array(tie('value'), { maxLength: 3 })),
  object: fc.dictionary(key, tie('value'), { maxKeys: 3 }),
}));
const ejson = fc.oneof(
  value.map(found => JSON.stringify(found)),
  fc.string(),
  value,
);

const body = fc.record(
  {
    action: fc.oneof(fc.constantFrom(...actions, ...otherActions), fc.string()),
    collectionName: fc.oneof(fc.constantFrom('accounts', 'ticks', 'toString', '__proto__'), value),
    query: ejson,
    order: ejson,
    projection: ejson,
    data: fc.oneof(ejson, fc.array(ejson, { maxLength: 3 })),
    stages: fc.oneof(
      value,
      fc.array(
        fc.record({
          stageKey: fc.oneof(operator, fc.constantFrom('$match', '$group', '$out')),
          stageValue: ejson,
        }),
      ),
    ),
    limit: value,
    offset: value,
    merge: fc.boolean(),
    multi: fc.boolean(),
    upsert: fc.boolean(),
    transactionId: value,
    function_name: fc.oneof(fc.constantFrom('echo', '../echo'), value),
    request_data: ejson,
    path: value,
    file_list: fc.oneof(value, fc.array(value, { maxLength: 3 })),
    fileid_list: fc.oneof(value, fc.array(value, { maxLength: 3 })),
    apiName: value,
    requestData: ejson,
  },
  { requiredKeys: ['action'] },
);

/** Failures with these codes say whose fault it was; SYS_ERR would mean that something unforeseen was thrown. */
const foreseen = /^(INVALID_|DATABASE_|FUNCTIONS?_|STORAGE_|EXCEED_)/;

test('/admin answers anything with data or a foreseen code', async () => {
  const one = fc.asyncProperty(body, async request => {
    const { status, json } = await post('/admin', JSON.stringify(request));
    const { code } = json as { code?: string };
    expect(status).toBe(200);
    expect(json).toHaveProperty('requestId');
    if (code !== undefined) expect(code).toMatch(foreseen);
  });
  await fc.assert(one, { numRuns: runs });
});

test('any text at all as body of any route is answered', async () => {
  const path = fc.constantFrom('/admin', '/call/echo', '/clock', '/indexes', '/storage/upload', '/web');
  const one = fc.asyncProperty(
    path,
    fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
    async (route, text) => {
      expect((await post(route, text)).status).toBeLessThan(500);
    },
  );
  await fc.assert(one, { numRuns: runs });
});

test('any path is answered', async () => {
  const one = fc.asyncProperty(fc.webPath(), fc.webQueryParameters(), async (path, query) => {
    expect(
      (await send(`${cloud.url}${path.startsWith('/') ? path : `/${path}`}?${query}`)).status,
    ).toBeLessThan(500);
  });
  await fc.assert(one, { numRuns: runs });
});

test('the clock takes nothing but whole milliseconds ahead', async () => {
  // Without timers, so that a long way ahead is walked at once.
  const empty = await startEmptyCloud();
  const movement = fc.dictionary(
    fc.constantFrom('nowMs', 'advanceMs', 'x'),
    fc.oneof(fc.jsonValue(), fc.double(), fc.integer({ max: -1 })),
  );
  const one = fc.asyncProperty(movement, async request => {
    const beforeMs = empty.nowMs();
    const { status } = await postJson(`${empty.url}/clock`, request);
    expect(empty.nowMs()).toBeGreaterThanOrEqual(beforeMs);
    if (JSON.stringify(request).includes('-')) expect(status).toBe(400);
  });
  await fc.assert(one, { numRuns: runs });
});

afterEach(async () => {
  expect((await send(`${cloud.url}/health`)).json).toMatchObject({ status: 'ok' });
});
