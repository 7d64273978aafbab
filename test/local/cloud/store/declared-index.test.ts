import fc from 'fast-check';
import { compareValues } from '../../../../local/cloud/query/compare-values';
import type { IndexDeclaration, Store } from '../../../../local/cloud/store';
import { closeTemporaryStores, findAll, temporaryStore, updateById } from './temporary-store';

afterEach(closeTemporaryStores);

/** Rounds of the property tests; a soak multiplies them. */
const ROUNDS = 60 * Number(process.env.SOAK ?? 1);

type Fields = Record<string, unknown>;

function index(name: string, fields: string, unique = false): IndexDeclaration {
  return {
    name,
    unique,
    fields: fields
      .split(' ')
      .map(field => ({ field: field.replace('-', ''), direction: field.startsWith('-') ? -1 : 1 })),
  };
}

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

const scalar = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom('x', 'y', '', null, true),
  fc.constant(new Date(0)),
);
const stored = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
);
const documents = fc.array(
  fc.record(
    { a: stored, b: scalar, c: fc.record({ d: stored }, { requiredKeys: [] }) },
    { requiredKeys: [] },
  ),
  { maxLength: 30 },
);
const condition = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 2 }),
  fc
    .record({ $gt: scalar, $lte: scalar, $gte: scalar, $lt: scalar }, { requiredKeys: [] })
    .filter(one => Object.keys(one).length > 0),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
);
const fields = fc.constantFrom('a', 'b', 'c.d');
const queries = fc.dictionary(fields, condition, { maxKeys: 3, noNullPrototype: true });
const orders = fc.dictionary(fields, fc.constantFrom<1 | -1>(1, -1), { maxKeys: 2, noNullPrototype: true });

const DECLARED = [
  index('a', 'a'),
  index('a_b', 'a -b'),
  index('b_a', 'b a'),
  index('cd_b', 'c.d b'),
  index('b_cd', '-b c.d'),
];

async function fill(store: Store, rows: Fields[]): Promise<void> {
  await store.addCollection('indexed');
  await store.declareIndexes('indexed', DECLARED);
  for (const [n, row] of rows.entries()) {
    await store.insert('things', [{ _id: n, ...row }]);
    await store.insert('indexed', [{ _id: n, ...row }]);
  }
}

/** Changes both collections alike: some documents are rewritten and some are gone. */
async function change(store: Store, rows: Fields[]): Promise<void> {
  for (const collection of ['things', 'indexed']) {
    for (const [n, row] of rows.entries()) {
      const query = { _id: n * 2 };
      if (n % 3 === 0) await store.remove(collection, { query, multi: false });
      else await store.modify(collection, { query, update: row, merge: false, multi: false, upsert: true });
    }
  }
}

/** Result of a find, or the refusal of an order over an array. */
async function result(
  store: Store,
  collection: string,
  query: Fields,
  order: Record<string, 1 | -1>,
  transactionId: string,
) {
  try {
    const request = { query, order, limit: 1000 };
    const now = await store.find(collection, request);
    const then = await store.find(collection, { ...request, transactionId });
    return { now, then };
  } catch (error) {
    return String(error);
  }
}

function orderKeys(rows: Fields[], order: Fields): unknown[][] {
  const at = (row: Fields, path: string) =>
    path.split('.').reduce<unknown>((value, name) => (value as Fields | undefined)?.[name], row) ?? null;
  return rows.map(row => Object.keys(order).map(path => at(row, path)));
}

function byId(rows: Fields[]): Fields[] {
  return [...rows].sort((left, right) => compareValues(left._id, right._id));
}

test('an index never changes the result: now, and in a snapshot that is older than the changes', async () => {
  await fc.assert(
    fc.asyncProperty(
      documents,
      documents,
      fc.array(fc.tuple(queries, orders), { minLength: 1, maxLength: 8 }),
      async (rows, changes, requests) => {
        const { store } = await temporaryStore();
        await fill(store, rows);
        const held: string[] = requests.map(() => store.startTransaction());
        await Promise.all(held.map(transactionId => store.count('things', { query: {}, transactionId })));
        await change(store, changes);
        for (const [position, [query, order]] of requests.entries()) {
          const plain = await result(store, 'things', query, order, held[position]!);
          if (typeof plain === 'string') continue;
          const indexed = await result(store, 'indexed', query, order, held[position]!);
          if (typeof indexed === 'string') throw new Error(indexed);
          for (const time of ['now', 'then'] as const) {
            expect(byId(indexed[time])).toEqual(byId(plain[time]));
            expect(orderKeys(indexed[time], order)).toEqual(orderKeys(plain[time], order));
          }
        }
        await closeTemporaryStores();
      },
    ),
    { numRuns: ROUNDS },
  );
});

test('a limited find in the order of an index gives the first of the whole order', async () => {
  await fc.assert(
    fc.asyncProperty(
      documents,
      queries,
      orders,
      fc.integer({ min: 0, max: 5 }),
      async (rows, query, order, skip) => {
        const { store } = await temporaryStore();
        await fill(
          store,
          rows.map(({ b, ...row }) => ({
            ...row,
            b: Array.isArray(b) ? null : b,
            a: Array.isArray(row.a) ? null : row.a,
            c: {},
          })),
        );
        const find = (collection: string, limit: number) =>
          store.find(collection, { query, order, skip, limit });
        const whole = orderKeys(await find('things', 1000), order);
        expect(orderKeys(await find('indexed', 3), order)).toEqual(whole.slice(0, 3));
        await closeTemporaryStores();
      },
    ),
    { numRuns: ROUNDS },
  );
});
