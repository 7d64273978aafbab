import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Dispatcher } from '../../../../local/cloud/http/dispatcher';
import { RequestGuard } from '../../../../local/cloud/http/guard';
import { listen, type RunningServer } from '../../../../local/cloud/http/server';
import { TamperFile, type Tampering } from '../../../../local/demo/tamper/tamper-file';
import { tamperRoute } from '../../../../local/demo/tamper/tamper-route';

const tampering: Tampering = {
  version: 1,
  way: 'removed',
  account: 'user:b',
  seq: 4,
  key: 'trip:4',
  lastSeq: 5,
  sealedUpTo: '2026-11-20',
  changes: [{ collection: 'ledger_entries', id: 'trip:4', before: { _id: 'trip:4' }, after: null }],
};

let folder: string;
let server: RunningServer;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tamper-'));
  server = await listen(0, port => {
    const dispatcher = new Dispatcher(new RequestGuard(port));
    // Nobody answers there: what is refused must not ask.
    dispatcher.mount('/tamper', tamperRoute({ url: 'http://127.0.0.1:9', file: TamperFile.open(folder) }));
    return dispatcher;
  });
});
afterEach(async () => {
  await server.close(100);
  rmSync(folder, { recursive: true, force: true });
});

const post = (to: string, body: unknown, type = 'application/json'): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}/tamper/${to}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: JSON.stringify(body),
  });

test('what was there before is kept for the next start, until it is back', () => {
  const file = TamperFile.open(folder);
  expect(file.state).toBeNull();
  file.keep(tampering);
  expect(TamperFile.open(folder).state).toEqual(tampering);
  file.forget();
  expect(file.state).toBeNull();
  expect(existsSync(path.join(folder, 'tampered.json'))).toBe(false);
});

test('a file that cannot be understood is named, not written over', () => {
  writeFileSync(path.join(folder, 'tampered.json'), '{}');
  expect(() => TamperFile.open(folder)).toThrow('tampered.json 不是演示的篡改记录');
});

test('nothing is restored where nothing was forged', async () => {
  const state = await (await fetch(`http://127.0.0.1:${server.port}/tamper/state`)).json();
  expect(state).toEqual({ tampered: null });
  expect(await (await post('restore', {})).json()).toEqual({ ok: true, code: '', text: '没有改过什么' });
});

test.each([
  ['another way', { openid: 'somebody', way: 'all' }, 'application/json', 400],
  ['no person', { openid: '', way: 'amount' }, 'application/json', 400],
  ['what a page of another site could send', { openid: 'somebody', way: 'amount' }, 'text/plain', 415],
])('%s is refused', async (_, body, type, status) => {
  expect((await post('entry', body, type)).status).toBe(status);
});
