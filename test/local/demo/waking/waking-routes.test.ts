import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Cloud } from '../../../../local/cloud';
import { startCloud } from '../../../../local/cloud';
import type { Progress } from '../../../../local/demo/month/run-month';
import { wakingRoutes } from '../../../../local/demo/waking/waking-routes';

let folder: string;
let cloud: Cloud;
let progress: Progress | null = null;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'waking-'));
  cloud = await startCloud({ port: 0, dataFolder: folder });
  const { page, state } = wakingRoutes(() => progress);
  cloud.mount('/', page);
  cloud.mount('/operator', state);
});
afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

const get = (where: string): Promise<Response> => fetch(`${cloud.url}${where}`);

test.each(['/', '/?openid=someone', '/?bare'])('%s is the waking page, kept by nobody', async where => {
  const answer = await get(where);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.text()).toContain('城市正在醒来');
});

test('what the page runs is allowed by its policy, and nothing else is', async () => {
  const answer = await get('/');
  const policy = answer.headers.get('content-security-policy') ?? '';
  const text = await answer.text();
  const nonces = [...text.matchAll(/nonce="([^"]+)"/g)].map(([, nonce]) => nonce);
  expect(new Set(nonces).size).toBe(1);
  expect(policy).toContain(`script-src 'nonce-${nonces[0]}'`);
  expect(policy).toContain("default-src 'none'");
  expect((await (await get('/')).text()).includes(nonces[0]!)).toBe(false);
});

test('the state follows the month', async () => {
  expect(await (await get('/operator/state')).json()).toMatchObject({ filling: true, share: 0 });
  progress = { share: 0.42, daysDone: 12, daysInAll: 30, rides: 1, grams: 2 };
  expect(await (await get('/operator/state')).json()).toEqual({
    filling: true,
    share: 0.42,
    daysDone: 12,
    daysInAll: 30,
  });
});

test.each(['/app/', '/simulator/shell.js', '/operator/stations'])('%s is not there yet', async where => {
  const answer = await get(where);
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('城市正在醒来');
});
