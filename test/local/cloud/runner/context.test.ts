import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Cloud } from '../../../../local/cloud';
import { callAs, postJson, resultOf } from '../requests';
import { startTestCloud, stopTestClouds, temporaryFolder } from '../test-cloud';

interface Echo {
  event: Record<string, unknown>;
  context: Record<string, unknown>;
  environment: Record<string, string>;
  nowMs: number;
  newDateMs: number;
  calledDate: string;
  isDate: boolean;
  fixedMs: number;
  pid: number;
  calls: number;
  channel: string;
}

let cloud: Cloud;
let folder: string;
beforeAll(async () => {
  folder = temporaryFolder();
  cloud = await startTestCloud({ dataFolder: folder });
});
afterAll(stopTestClouds);

const echo = (openid: string, event: object = {}, headers: Record<string, string> = {}) =>
  resultOf<Echo>(postJson(`${cloud.url}/call/echo`, event, { 'x-wx-openid': openid, ...headers }));
const whoAmI = (openid: string, headers: Record<string, string> = {}) =>
  resultOf(
    postJson(`${cloud.url}/call/identity`, { action: 'context' }, { 'x-wx-openid': openid, ...headers }),
  );

test('getWXContext says who calls from where', async () => {
  expect(await whoAmI('o-ann', { 'x-wx-unionid': 'u-ann', 'x-wx-clientip': '203.0.113.7' })).toEqual({
    OPENID: 'o-ann',
    UNIONID: 'u-ann',
    CLIENTIP: '203.0.113.7',
    APPID: 'wx0000000000000000',
    ENV: 'tandiandian-local',
    SOURCE: 'wx_client',
  });
});

test('nothing of one call is left for the next in the same process', async () => {
  const first = await echo('o-ann', {}, { 'x-wx-unionid': 'u-ann' });
  const second = await echo('o-bob');
  expect(second.pid).toBe(first.pid);
  expect(second.environment).toMatchObject({ WX_OPENID: 'o-bob' });
  expect(second.environment).not.toHaveProperty('WX_UNIONID');
});

test('overlapping calls never see each other’s user', async () => {
  const openids = Array.from({ length: 6 }, (_, n) => `o-${n}`);
  const answers = await Promise.all(
    openids.map(openid =>
      resultOf(callAs(cloud.url, openid, 'identity', { action: 'overlapping', sleepMs: 30 })),
    ),
  );
  expect(answers).toEqual(openids.map(openid => [openid, openid]));
});

test('an event from a mini-program carries its caller, over whatever the client put there', async () => {
  const { event } = await echo('o-ann', { a: 1, userInfo: { openId: 'forged' } });
  expect(event).toEqual({ a: 1, userInfo: { appId: 'wx0000000000000000', openId: 'o-ann' } });
});

test('the environment holds what the platform sets and what the manifest grants, nothing of this machine', async () => {
  process.env.SECRET_OF_THIS_MACHINE = 'x';
  const { environment } = await echo('o-ann');
  expect(environment).toMatchObject({
    GRANTED_VALUE: 'as declared',
    TENCENTCLOUD_RUNENV: 'SCF',
    TCB_ENV: 'tandiandian-local',
    TZ: 'UTC',
  });
  const names = Object.keys(environment).filter(
    name => !/^(WX_|TCB_|TENCENTCLOUD_|SCF_|GRANTED_)/.test(name),
  );
  expect(
    names.filter(name => !['TZ', 'NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE'].includes(name)),
  ).toEqual([]);
});

test('secrets are drawn once and kept for their owner only', async () => {
  const file = path.join(folder, 'environment.json');
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(kept).toMatchObject({
    GRANTED_VALUE: 'as declared',
    WITHHELD_SECRET: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect((await echo('o-ann')).environment.GRANTED_SECRET).toBe(kept.GRANTED_SECRET);
  await cloud.reload();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(kept);
});

test('the second argument says what the limits are', async () => {
  const { context } = await echo('o-ann');
  expect(context).toMatchObject({ function_name: 'echo', memory_limit_in_mb: 128, time_limit_in_ms: 5000 });
});

test('a function cannot speak for its process', async () => {
  expect((await echo('o-ann')).channel).toBe('undefined');
});

test('Date follows the endpoint’s clock and behaves as Date', async () => {
  await postJson(`${cloud.url}/clock`, { nowMs: cloud.nowMs() + 40 * 24 * 3_600_000 });
  const beforeMs = cloud.nowMs();
  const { nowMs, newDateMs, calledDate, isDate, fixedMs } = await echo('o-ann');
  for (const seenMs of [nowMs, newDateMs]) {
    expect(seenMs).toBeGreaterThanOrEqual(beforeMs - 5);
    expect(seenMs).toBeLessThanOrEqual(cloud.nowMs() + 5);
  }
  expect(Math.abs(Date.parse(calledDate) - nowMs)).toBeLessThan(2000);
  expect({ isDate, fixedMs }).toEqual({ isDate: true, fixedMs: 1234 });
});

test('a function that calls a function passes the person on and tells the chain', async () => {
  const event = { name: 'identity', data: { action: 'context' } };
  expect(await resultOf(callAs(cloud.url, 'o-ann', 'relay', event))).toMatchObject({
    result: { OPENID: 'o-ann', SOURCE: 'wx_client,scf' },
  });
});

test('a function that calls a failing function sees its code', async () => {
  const relay = (name: string, data: object) => resultOf(callAs(cloud.url, 'o-ann', 'relay', { name, data }));
  expect(await relay('misbehave', { way: 'throw' })).toMatchObject({
    code: 'FUNCTIONS_EXECUTE_FAIL',
    errCode: -1,
  });
  expect(await relay('nowhere', {})).toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
});
