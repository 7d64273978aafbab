import { recordDenial } from '../../../../cloudfunctions/domain/audit';
import { runJob } from '../../../../cloudfunctions/domain/jobs';
import { credit, spendCredits } from '../../../../cloudfunctions/domain/ledger';
import { latestSeals, poolSealedIntake, proveDay, sealDay } from '../../../../cloudfunctions/domain/seals';
import type { Platform } from '../../../../cloudfunctions/platform';
import { connectEndpoint } from '../../../../local/ledger/endpoint-source';
import { readLedger } from '../../../../local/ledger/read-ledger';
import { verifyLedger } from '../../../../local/ledger/verify-ledger';
import { isIncluded, leafHash } from '../../../../miniprogram/proof';
import { DatabaseProxy } from '../../../support/database-proxy';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

const RIDES = 300;
const LARGEST_CALL_BYTES = 100 * 1024;
const parameters = { version: 1, expiryMonths: 24, reversalWindowDays: 0, lotLimit: 128 };
const at = (time: string): number => Date.parse(`${time}:00+08:00`);

let product: Product;
let proxy: DatabaseProxy;
let nowMs = at('2026-11-10T09:00');
const platform = (): Platform => ({ ...product.platform, nowMs: () => nowMs });
beforeAll(async () => {
  product = await startProduct();
  proxy = await DatabaseProxy.open(product.cloud);
}, START_TIMEOUT_MS);
afterAll(async () => {
  await proxy?.stop();
  await product?.stop();
});

const factsOf = (key: string) => ({
  key,
  requestHash: 'hash',
  reason: 'trip',
  reference: { type: 'trip' as const, id: key },
  commitment: null,
  parametersVersion: 1,
  nowMs,
  answer: () => null,
});
const keyOf = (number: number): string => `trip:partner:${String(number).padStart(64, '0')}`;

async function ride(number: number): Promise<void> {
  const grams = { kind: 'carbon' as const, origin: 'sz:2026-11', amount: 10, source: 'mint:trip' };
  await credit(platform(), `user:rider-${number % 40}`, grams, factsOf(keyOf(number)), parameters);
}

async function linesOfExport(): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLedger(connectEndpoint(product.cloud.url))) lines.push(JSON.stringify(line));
  return lines;
}

test('a day of the real database is sealed, pooled, proved, exported and verified, in calls that are small enough', async () => {
  for (let from = 0; from < RIDES; from += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, index) => ride(from + index)));
  }
  const gift = { amount: 7, kinds: ['carbon' as const], bonusTo: 'merchant:m' };
  await spendCredits(platform(), 'user:rider-1', gift, factsOf('gift'));
  const outsider = {
    actorId: `outsider:${'0'.repeat(32)}`,
    roles: [],
    action: 'x',
    permission: null,
    target: null,
  };
  await recordDenial(platform(), { ...outsider, key: 'denied', result: 'denied' });

  nowMs = at('2026-11-11T00:10');
  proxy.reset();
  const later = Number.MAX_SAFE_INTEGER;
  const outcomes = await Promise.all([1, 2].map(() => runJob(platform(), sealDay, later)));
  expect(outcomes).toContain('finished');
  expect(await runJob(platform(), poolSealedIntake, later)).toBe('finished');
  expect(Math.max(...proxy.calls.map(({ bytes }) => bytes))).toBeLessThan(LARGEST_CALL_BYTES);

  const [seal] = await latestSeals(platform(), 'ledger', 1);
  expect(seal).toMatchObject({ day: '2026-11-10', entryCount: RIDES + 1, accounts: 40 });
  expect(seal!.sums).toContainEqual({
    account: 'pool-intake:2026-11-10',
    kind: 'carbon',
    origin: 'sz:2026-11',
    amount: 7,
  });
  expect((await latestSeals(platform(), 'audit', 1))[0]).toMatchObject({ day: '2026-11-10', entryCount: 1 });
  const wanted = { entries: [{ place: keyOf(299), key: keyOf(299) }], accounts: ['user:rider-7'] };
  const { entries, heads } = await proveDay(platform(), 'ledger', '2026-11-10', wanted);
  for (const proof of [...entries, ...heads]) {
    expect(isIncluded({ ...proof!, leafHash: leafHash(proof!.text) })).toBe(true);
  }

  const report = await verifyLedger(await linesOfExport(), new Map([['2026-11-10', seal!.root]]));
  expect(report).toMatchObject({ faults: [], entries: RIDES + 2, seals: { seals: 1, waiting: 0 } });
  expect(report.equations.find(({ holds }) => !holds)).toBeUndefined();
  expect(report.equations[0]!.right).toContain('pool 7');
});
