import { currentParameters } from '../../../../cloudfunctions/domain/parameters';
import {
  type ParametersDocument,
  parameterVersions,
} from '../../../../cloudfunctions/domain/parameters/store';
import type { Platform } from '../../../../cloudfunctions/platform';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

let product: Product;
let seed: ParametersDocument;
beforeAll(async () => {
  product = await startProduct();
  seed = (await product.platform.database.get(parameterVersions, '1')) as ParametersDocument;
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

/** A process of its own: parameters are kept for each database object. */
function freshProcess(nowMs: number) {
  const reads: number[] = [];
  const logged: unknown[] = [];
  const { database } = product.platform;
  const platform: Platform = {
    ...product.platform,
    log: (...line) => logged.push(line),
    database: {
      ...database,
      find: (collection, request) => {
        reads.push(nowMs);
        return database.find(collection, request);
      },
    },
  };
  const versionAt = async (atMs: number) =>
    (await currentParameters({ ...platform, nowMs: () => atMs })).version;
  return { versionAt, reads, logged };
}

const startMs = Date.UTC(2100, 0, 1);
const add = (version: number, activeFromMs: number, change: object = {}) =>
  product.platform.database.add(parameterVersions, {
    ...seed,
    ...change,
    _id: String(version),
    version,
    activeFromMs,
  });

test('a new installation has its first version in force', async () => {
  expect(await currentParameters(product.platform)).toEqual({ ...seed, version: 1 });
});

test('one read serves a minute, and a version that was added in time starts at its own millisecond', async () => {
  await add(2, startMs + 30_000);
  const { versionAt, reads } = freshProcess(startMs);
  expect(await versionAt(startMs)).toBe(1);
  expect(await versionAt(startMs + 29_999)).toBe(1);
  expect(await versionAt(startMs + 30_000)).toBe(2);
  expect(await versionAt(startMs + 59_999)).toBe(2);
  expect(reads).toHaveLength(1);
  await versionAt(startMs + 60_000);
  expect(reads).toHaveLength(2);
});

test('a version with a mistake is passed over and said so', async () => {
  await add(3, startMs + 40_000, { ledger: { ...seed.ledger, expiryMonths: 'twelve' } });
  const { versionAt, logged } = freshProcess(startMs);
  expect(await versionAt(startMs + 45_000)).toBe(2);
  expect(JSON.stringify(logged)).toContain('ledger.expiryMonths');
});
