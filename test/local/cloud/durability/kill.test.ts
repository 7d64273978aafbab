import type { Cloud } from '../../../../local/cloud';
import { startEndpoint } from '../endpoint-process';
import { realDatabase } from '../real-sdk';
import { admin, callAs } from '../requests';
import { startEmptyCloud, startTestCloud, stopTestClouds, temporaryFolder } from '../test-cloud';
import { audit, grandTotal, openAccounts, startWorker } from './transfers';

const kills = process.env.SOAK === '1' ? 40 : 2;

afterAll(stopTestClouds);

/** Until so many more transfers are committed than the clients can have in flight: some of them are acknowledged then. */
async function untilMoved(url: string, moves: number): Promise<void> {
  for (;;) {
    const { json } = await admin(url, 'database.calculateDocument', { collectionName: 'moves' });
    if ((json as { data: { total: number } }).data.total >= moves) return;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

test('an endpoint killed in the middle of its work has every acknowledged transfer when it is opened again', async () => {
  const dataFolder = temporaryFolder();
  const acknowledged = new Set<string>();
  for (let kill = 0; kill < kills; kill++) {
    const endpoint = startEndpoint(['--port', '0', '--data', dataFolder]);
    const url = await endpoint.url;
    if (kill === 0) await openAccounts(url);
    const workers = [0, 1].map(n => startWorker(url, `k${kill}-w${n}`, 6, 10_000));
    await Promise.all(workers.map(({ started }) => started));
    for (const worker of workers) worker.goOn();
    await untilMoved(url, (kill + 1) * 25);
    endpoint.child.kill('SIGKILL');
    for (const { done } of workers) for (const id of (await done).acknowledged) acknowledged.add(id);
  }
  const cloud = await startEmptyCloud(dataFolder);
  const { total, moves, wrong } = await audit(realDatabase(cloud));
  expect({ total, wrong }).toEqual({ total: grandTotal, wrong: [] });
  expect([...acknowledged].filter(id => !moves.has(id))).toEqual([]);
  expect(acknowledged.size).toBeGreaterThanOrEqual(kills * 5);
}, 600_000);

describe('function processes that are killed in the middle of a transfer', () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startTestCloud({ mostProcesses: 4 });
    await openAccounts(cloud.url);
  });

  test('leave whole transfers or none, and others go on', async () => {
    const calls = Array.from({ length: 6 }, (_, n) => {
      const dieAt = ['never', 'written', 'committing'][n % 3];
      // Each pair of accounts is used once: a transaction whose process died keeps its locks until it is 30 s old.
      const event = { action: 'transfer', id: `f-${n}`, from: `account-${n}`, to: `vault-${n}`, dieAt };
      return callAs(cloud.url, 'o-ann', 'money', event);
    });
    const replies = await Promise.all(calls);
    const outcomes = replies.map(({ json }) => (json as { errCode?: number }).errCode ?? 'done');
    expect(outcomes.filter((_, n) => n % 3 === 0)).toEqual(Array(2).fill('done'));
    expect(outcomes.filter((_, n) => n % 3 === 1)).toEqual(Array(2).fill(-504002));
    const db = realDatabase(cloud, { throwOnNotFound: false });
    for (let n = 0; n < 6; n++) {
      const [from, vault, move] = await Promise.all(
        [
          ['wallets', `account-${n}`],
          ['wallets', `vault-${n}`],
          ['moves', `f-${n}`],
        ].map(
          async ([collection = '', id = '']) =>
            (await db.collection(collection).doc(id).get<{ balance?: number } | null>()).data,
        ),
      );
      const whole = [from?.balance, vault?.balance ?? 0, move !== null];
      const possible =
        n % 3 === 0
          ? [[900, 100, true]]
          : n % 3 === 1
            ? [[1000, 0, false]]
            : [
                [900, 100, true],
                [1000, 0, false],
              ];
      expect(possible).toContainEqual(whole);
    }
  });
});
