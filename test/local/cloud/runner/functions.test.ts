import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CallRecord, Cloud } from '../../../../local/cloud';
import { until } from '../../../support/until';
import { callAs, type Reply, resultOf, send } from '../requests';
import { fixtureFunctions, startTestCloud, stopTestClouds, temporaryFolder } from '../test-cloud';

let cloud: Cloud;
let folder: string;
beforeAll(async () => {
  folder = temporaryFolder();
  cloud = await startTestCloud({ dataFolder: folder, mostProcesses: 3 });
});
afterAll(stopTestClouds);

const call = (way: string, more: object = {}): Promise<Reply> =>
  callAs(cloud.url, 'o-ann', 'misbehave', { way, ...more });
const logged = (): Record<string, unknown>[] =>
  readFileSync(path.join(folder, 'calls.log'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
const lastCalls = async (limit = 1) =>
  ((await send(`${cloud.url}/calls?limit=${limit}`)).json as { calls: CallRecord[] }).calls;

function hasEnded(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

describe('a function that goes wrong', () => {
  test.each([
    ['throw', -504002, 'FUNCTIONS_EXECUTE_FAIL', 'TypeError: thrown on purpose'],
    ['throwText', -504002, 'FUNCTIONS_EXECUTE_FAIL', 'only a text'],
    ['reject', -504002, 'FUNCTIONS_EXECUTE_FAIL', 'rejected on purpose'],
    ['exit', -504002, 'FUNCTIONS_EXECUTE_FAIL', 'exited with code 3'],
    ['crashLater', -504002, 'FUNCTIONS_EXECUTE_FAIL', 'exited with code 1'],
    ['circular', -504002, 'FUNCTIONS_EXECUTE_FAIL', 'circular'],
    ['bigint', -504002, 'FUNCTIONS_EXECUTE_FAIL', 'BigInt'],
    ['hang', -504003, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', 'timed out after 2 seconds'],
    ['never', -504003, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', 'timed out after 2 seconds'],
  ])('%s answers %i %s, and the next call works', async (way, errCode, code, message) => {
    const { status, json } = await call(way);
    expect({ status, json }).toMatchObject({
      status: 200,
      json: { errCode, errMsg: expect.stringContaining(code) },
    });
    expect(JSON.stringify(json)).toContain(message);
    expect(await resultOf(call('well'))).toBe('well');
    expect((await lastCalls(2))[1]).toMatchObject({ function: 'misbehave', outcome: code });
  });

  // Filling memory takes its time on a busy machine, so this function has half a minute.
  test.each([
    ['hoardHeap', 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'],
    ['hoardBuffers', 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'],
    ['huge', 'EXCEED_MAX_RESPONSE_SIZE'],
  ])('%s answers %s, and the next call works', async (way, code) => {
    const { json } = await callAs(cloud.url, 'o-ann', 'hoard', { way });
    expect(json).toMatchObject({ errMsg: expect.stringContaining(code) });
    expect(await resultOf(call('well'))).toBe('well');
  });

  test('one whose process ends after its answer has answered, and the next call works', async () => {
    const pid = await resultOf<number>(call('crashAfterwards'));
    await until(() => hasEnded(pid));
    expect(await resultOf(call('well'))).toBe('well');
  });

  test('one that cannot be loaded says why', async () => {
    const { json } = await callAs(cloud.url, 'o-ann', 'broken', {});
    expect(json).toMatchObject({ errCode: -504002, errMsg: expect.stringContaining('cannot be loaded') });
  });

  test('one that does not exist is not found', async () => {
    const { json } = await callAs(cloud.url, 'o-ann', 'nowhere', {});
    expect(json).toMatchObject({ errCode: -501000 });
  });
});

test('nothing and almost 6 MB are answers', async () => {
  expect((await call('nothing')).json).toEqual({ result: null });
  expect((await resultOf<string>(callAs(cloud.url, 'o-ann', 'hoard', { way: 'almostHuge' }))).length).toBe(
    6 * 1024 * 1024 - 2,
  );
});

test('the output of each call stands in the log under its call', async () => {
  await Promise.all(['one', 'two', 'three', 'four'].map(text => call('print', { text })));
  await call('well');
  const recordsOf = () => logged().filter(({ function: name }) => name === 'misbehave');
  // Two lines and the call's own record for each, written when there is time.
  await until(() => recordsOf().filter(({ line }) => /^(out|err) /.test(String(line))).length === 8);
  const records = recordsOf();
  for (const text of ['one', 'two', 'three', 'four']) {
    const line = records.find(record => record.line === `out ${text}`);
    const ofCall = records.filter(record => record.callId === line?.callId);
    expect(ofCall.map(({ type, stream, line: printed }) => [type, stream, printed])).toEqual(
      expect.arrayContaining([
        ['output', 'stdout', `out ${text}`],
        ['output', 'stderr', `err ${text}`],
        ['call', undefined, undefined],
      ]),
    );
    expect(ofCall.filter(record => String(record.line).startsWith('out'))).toHaveLength(1);
  }
});

test('the log counts the database calls, scans and conflicts of each call', async () => {
  await callAs(cloud.url, 'o-ann', 'money', { action: 'scan' });
  expect((await lastCalls())[0]).toMatchObject({
    function: 'money',
    trigger: 'wx_client',
    databaseCalls: 2,
    scansWithoutIndex: 1,
    documentsExamined: 2,
    conflicts: 0,
    outcome: 'ok',
  });
  await callAs(cloud.url, 'o-ann', 'money', { action: 'conflict' });
  expect((await lastCalls())[0]).toMatchObject({ databaseCalls: 5, conflicts: 1 });
});

test('idle processes are reused, and more callers than processes wait their turn', async () => {
  const calls = Array.from({ length: 9 }, () =>
    resultOf<{ pid: number }>(callAs(cloud.url, 'o-ann', 'echo', { sleepMs: 30 })),
  );
  const pids = (await Promise.all(calls)).map(({ pid }) => pid);
  expect(new Set(pids).size).toBeLessThanOrEqual(3);
});

test('calls that follow each other are served by one process, however many are idle', async () => {
  const echo = (sleepMs: number) =>
    resultOf<{ pid: number }>(callAs(cloud.url, 'o-ann', 'echo', { sleepMs }));
  await Promise.all([echo(300), echo(300), echo(300)]);
  const pids = [(await echo(0)).pid, (await echo(0)).pid, (await echo(0)).pid];
  expect(new Set(pids).size).toBe(1);
});

test('functions that call functions get through when every process is taken', async () => {
  const event = { name: 'echo', data: { sleepMs: 20 } };
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => resultOf(callAs(cloud.url, 'o-ann', 'relay', event))),
  );
  for (const answer of answers) expect(answer).toMatchObject({ result: { event: { sleepMs: 20 } } });
});

test('a function is reloaded when it was built anew, and the manifest on reload', async () => {
  const functionsFolder = path.join(temporaryFolder(), 'functions');
  cpSync(fixtureFunctions, functionsFolder, { recursive: true });
  const rebuilt = await startTestCloud({ functionsFolder });
  const version = () => resultOf(callAs(rebuilt.url, 'o-ann', 'versioned', {}));
  const index = path.join(functionsFolder, 'echo/index.js');
  writeFileSync(index, 'exports.main = () => 1;');
  const echo = () => resultOf(callAs(rebuilt.url, 'o-ann', 'echo', {}));
  expect(await echo()).toBe(1);
  writeFileSync(index, 'exports.main = () => "another";');
  expect(await echo()).toBe('another');
  const file = path.join(functionsFolder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.functions.push({ name: 'versioned', timeoutSeconds: 5, memoryMegabytes: 128, environment: [] });
  cpSync(path.join(functionsFolder, 'echo'), path.join(functionsFolder, 'versioned'), { recursive: true });
  writeFileSync(file, JSON.stringify(manifest));
  await rebuilt.reload();
  expect(await version()).toBe('another');
});

test('GET /calls answers the newest first and refuses silly limits', async () => {
  await call('well');
  await call('throw');
  expect((await lastCalls(2)).map(({ outcome }) => outcome)).toEqual(['FUNCTIONS_EXECUTE_FAIL', 'ok']);
  for (const limit of ['0', '1001', 'x', '1.5']) {
    expect((await send(`${cloud.url}/calls?limit=${limit}`)).status).toBe(400);
  }
});

test('stopping ends every function process', async () => {
  const stopping = await startTestCloud();
  const { pid } = await resultOf<{ pid: number }>(callAs(stopping.url, 'o-ann', 'echo', {}));
  await stopping.stop();
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});
