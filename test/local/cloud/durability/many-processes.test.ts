import type { Cloud } from '../../../../local/cloud';
import { realDatabase } from '../real-sdk';
import { startEmptyCloud, stopTestClouds } from '../test-cloud';
import { audit, grandTotal, openAccounts, startWorker } from './transfers';

const processes = 4;
const width = 17;
const rounds = process.env.SOAK === '1' ? 200 : 3;

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startEmptyCloud();
  await openAccounts(cloud.url);
});
afterAll(stopTestClouds);

test(`${processes} processes with ${processes * width} open transactions at once neither make nor lose money`, async () => {
  const workers = Array.from({ length: processes }, (_, n) => startWorker(cloud.url, `w${n}`, width, rounds));
  await Promise.all(workers.map(({ started }) => started));
  expect(cloud.openTransactionCount()).toBeGreaterThanOrEqual(64);
  for (const worker of workers) worker.goOn();
  const ended = await Promise.all(workers.map(({ done }) => done));
  const { total, moves, wrong } = await audit(realDatabase(cloud));
  expect(ended.map(({ failure }) => failure)).toEqual(Array(processes).fill(null));
  expect({ total, wrong }).toEqual({ total: grandTotal, wrong: [] });
  expect(moves).toEqual(new Set(ended.flatMap(({ acknowledged }) => acknowledged)));
  expect(moves.size).toBe(processes * width * rounds);
  expect(cloud.openTransactionCount()).toBe(0);
}, 600_000);
