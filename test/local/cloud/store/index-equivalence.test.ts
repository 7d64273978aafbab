import { compareValues } from '../../../../local/cloud/query/compare-values';
import type { Store } from '../../../../local/cloud/store';
import * as fc from '../../../support/fast-check';
import { closeTemporaryStores, index, temporaryStore } from './temporary-store';

afterEach(closeTemporaryStores);

/** Rounds of the property tests; a soak multiplies them. */
const ROUNDS = 60 * Number(process.env.SOAK ?? 1);

type Fields = Record<string, unknown>;

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
