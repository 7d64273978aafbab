import http from 'node:http';
import { Dispatcher } from '../../../../local/cloud/http/dispatcher';
import { RequestGuard } from '../../../../local/cloud/http/guard';
import { listen, type RunningServer } from '../../../../local/cloud/http/server';
import { nextTimerMs } from '../../../../local/simulator/shell/server/next-timer';
import { shellHandler } from '../../../../local/simulator/shell/server/shell-handler';
import { standaloneSettings } from '../../../../local/simulator/shell/standalone-settings';

let server: RunningServer;
beforeAll(async () => {
  server = await listen(0, port => {
    const dispatcher = new Dispatcher(new RequestGuard(port));
    const timers = ['0 */5 * * * * *'];
    dispatcher.mount('/', shellHandler({ settings: standaloneSettings('</script>', false), timers }));
    return dispatcher;
  });
});
afterAll(() => server.close(100));

const get = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}${path}`, init);

test.each([
  ['/', 'text/html; charset=utf-8', '"hasCloud":false'],
  ['/simulator/shell.js', 'text/javascript; charset=utf-8', 'simulatorShell'],
  ['/simulator/style.css', 'text/css; charset=utf-8', '.capsule'],
])('%s is %s', async (path, type, part) => {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(await response.text()).toContain(part);
});

test('a title cannot end the page’s data', async () => {
  const text = await (await get('/')).text();
  expect(text.match(/<\/script>/g)).toHaveLength(2);
});

test('the page lets nothing in from elsewhere', async () => {
  expect((await get('/')).headers.get('content-security-policy')).toContain("default-src 'self'");
});

test.each([
  ['/elsewhere', 'GET', 404],
  ['/simulator/../package.json', 'GET', 404],
  ['/', 'POST', 405],
  ['/simulator/next-timer?after=soon', 'GET', 400],
])('%s by %s is answered with %i', async (path, method, status) => {
  expect((await get(path, { method })).status).toBe(status);
});

test('the next timer is said in milliseconds', async () => {
  const after = Date.UTC(2026, 10, 20, 0, 1);
  const response = await get(`/simulator/next-timer?after=${after}`);
  expect(await response.json()).toEqual({ atMs: Date.UTC(2026, 10, 20, 0, 5) });
});

test('of several timers the first one counts, and without any there is none', () => {
  const after = Date.UTC(2026, 10, 20, 0, 1);
  expect(nextTimerMs(['0 0 3 * * * *', '0 */5 * * * * *'], after)).toBe(Date.UTC(2026, 10, 20, 0, 5));
  expect(nextTimerMs([], after)).toBeNull();
});

test('a foreign page cannot read the settings', async () => {
  const status = await new Promise(resolve => {
    const headers = { origin: 'http://evil.example' };
    http.get({ port: server.port, path: '/', headers }, answer => {
      answer.resume();
      resolve(answer.statusCode);
    });
  });
  expect(status).toBe(403);
});
