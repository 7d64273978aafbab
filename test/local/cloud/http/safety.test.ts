import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import type { Cloud } from '../../../../local/cloud';
import { postJson, send } from '../requests';
import { startTestCloud, stopTestClouds } from '../test-cloud';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(stopTestClouds);

/** Unlike fetch, this sends the headers that a browser or an attacker would choose. */
function rawRequest(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
  body = '',
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port: cloud.port, path, method, headers }, response => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    request.on('error', reject);
    request.end(body);
  });
}

const json = { 'content-type': 'application/json' };

describe('who may ask', () => {
  test.each([
    ['the address', () => `127.0.0.1:${cloud.port}`, 200],
    ['localhost', () => `localhost:${cloud.port}`, 200],
    ['a name that points here', () => `evil.example:${cloud.port}`, 403],
    ['another port', () => `127.0.0.1:${cloud.port + 1}`, 403],
    ['no port', () => '127.0.0.1', 403],
  ])('Host of %s', async (_name, host, status) => {
    expect(await rawRequest('/health', { host: host() })).toBe(status);
  });

  test.each([
    ['our own', () => cloud.url, 200],
    ['another site', () => 'https://evil.example', 403],
    ['a sandboxed page', () => 'null', 403],
    ['another port of this machine', () => 'http://127.0.0.1:1', 403],
  ])('Origin of %s', async (_name, origin, status) => {
    for (const path of ['/health', '/web/x'])
      expect(await rawRequest(path, { origin: origin() })).toBe(status);
  });

  test.each([
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'none' }, 200],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 200],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
    [{ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }, 403],
  ])('a browser’s request with %j answers %i', async (headers, status) => {
    expect(await rawRequest('/health', headers as Record<string, string>)).toBe(status);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'a body of type %j is no JSON, whatever it contains',
    async type => {
      const headers = { ...(type === '' ? {} : { 'content-type': type }), 'x-wx-openid': 'o-ann' };
      for (const path of ['/call/echo', '/clock', '/indexes']) {
        expect(await rawRequest(path, headers, 'POST', '{}')).toBe(415);
      }
      if (!type.startsWith('multipart')) expect(await rawRequest('/admin', headers, 'POST', '{}')).toBe(415);
    },
  );

  test('the port is open on the loopback interface only', async () => {
    const outside = Object.values(os.networkInterfaces())
      .flat()
      .find(found => found?.family === 'IPv4' && !found.internal);
    if (outside === undefined) return;
    const reached = await new Promise(resolve => {
      const socket = net.connect(cloud.port, outside.address, () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    expect(reached).toBe(false);
  });
});

describe('what does not fit', () => {
  test('unknown paths and methods are told so', async () => {
    expect((await send(`${cloud.url}/nothing/here`)).status).toBe(404);
    expect((await send(`${cloud.url}/admin`)).status).toBe(405);
    expect((await send(`${cloud.url}/call/echo`, { headers: { 'x-wx-openid': 'o' } })).status).toBe(405);
    expect((await send(`${cloud.url}/calls`, { method: 'DELETE' })).status).toBe(405);
  });

  test('a body over the bound is refused, and the next request works', async () => {
    const headers = { 'x-wx-openid': 'o-ann' };
    expect((await postJson(`${cloud.url}/call/echo`, { text: 'x'.repeat(103_000) }, headers)).status).toBe(
      413,
    );
    expect((await postJson(`${cloud.url}/clock`, { text: 'x'.repeat(2000) })).status).toBe(413);
    expect((await postJson(`${cloud.url}/call/echo`, {}, headers)).status).toBe(200);
  });

  test('headers over the bound and bytes that are no HTTP close their connection only', async () => {
    const talk = (text: string) =>
      new Promise<string>(resolve => {
        let heard = '';
        const socket = net.connect(cloud.port, '127.0.0.1', () => socket.write(text));
        socket.on('data', data => {
          heard += data;
        });
        socket.on('close', () => resolve(heard));
        socket.on('error', () => resolve(heard));
      });
    expect(await talk(`GET /health HTTP/1.1\r\nhost: x\r\nlong: ${'x'.repeat(40_000)}\r\n\r\n`)).toContain(
      '431',
    );
    expect(await talk('\u0016\u0003\u0001 hello\r\n\r\n')).toContain('400');
    expect((await send(`${cloud.url}/health`)).json).toMatchObject({ status: 'ok' });
  });

  test('a sender that goes away in the middle of its body harms nobody', async () => {
    await new Promise<void>(resolve => {
      const socket = net.connect(cloud.port, '127.0.0.1', () => {
        const head = `POST /admin HTTP/1.1\r\nhost: 127.0.0.1:${cloud.port}\r\ncontent-type: application/json\r\n`;
        socket.write(`${head}content-length: 1000\r\n\r\n{"action"`, () => socket.destroy());
      });
      socket.on('close', () => resolve());
    });
    expect((await send(`${cloud.url}/health`)).status).toBe(200);
  });
});

describe('mounted handlers', () => {
  test('the longest prefix of whole segments serves, and stops when it is unmounted', async () => {
    const unmount = cloud.mount('/pages', ({ response }) => void response.end('pages'));
    cloud.mount('/pages/inner', ({ response }) => void response.end('inner'));
    const text = async (path: string) => (await send(cloud.url + path)).text;
    expect([await text('/pages'), await text('/pages/x'), await text('/pages/inner/x')]).toEqual([
      'pages',
      'pages',
      'inner',
    ]);
    expect((await send(`${cloud.url}/pagesque`)).status).toBe(404);
    unmount();
    expect((await send(`${cloud.url}/pages/x`)).status).toBe(404);
  });

  test('one that throws, at once or later, answers 500 and the endpoint goes on', async () => {
    const silent = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    cloud.mount('/throws', () => {
      throw new Error('on purpose');
    });
    cloud.mount('/rejects', async () => {
      await new Promise(resolve => setImmediate(resolve));
      throw new Error('on purpose');
    });
    for (const path of ['/throws', '/rejects']) {
      const reply = await send(cloud.url + path);
      expect([reply.status, reply.json]).toEqual([500, { code: 'SYS_ERR', message: 'internal error' }]);
    }
    silent.mockRestore();
    expect((await send(`${cloud.url}/health`)).status).toBe(200);
  });

  test.each(['/admin', '/call/x', '/health', 'no-slash'])('%s cannot be mounted', prefix => {
    expect(() => cloud.mount(prefix, () => {})).toThrow();
  });
});

test('identities that could not be WeChat’s are refused', async () => {
  const post = (headers: Record<string, string>) =>
    rawRequest('/call/echo', { ...json, ...headers }, 'POST', '{}');
  expect(await post({})).toBe(400);
  expect(await post({ 'x-wx-openid': '' })).toBe(400);
  expect(await post({ 'x-wx-openid': 'a b' })).toBe(400);
  expect(await post({ 'x-wx-openid': 'x'.repeat(65) })).toBe(400);
  expect(await post({ 'x-wx-openid': 'o', 'x-wx-unionid': '{}' })).toBe(400);
  expect(await post({ 'x-wx-openid': 'o', 'x-wx-clientip': 'not an address' })).toBe(400);
  expect(await post({ 'x-wx-openid': 'o' })).toBe(200);
});

test.each(['[]', 'null', '1', '"text"'])('an event that is %s is refused', async body => {
  expect(await rawRequest('/call/echo', { ...json, 'x-wx-openid': 'o' }, 'POST', body)).toBe(400);
});
