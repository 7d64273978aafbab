import type { Cloud } from '../../../../local/cloud';
import { send } from '../requests';
import { startTestCloud, stopTestClouds } from '../test-cloud';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(stopTestClouds);

const eventOf = async (path: string, init: RequestInit = {}) => {
  const { json } = await send(cloud.url + path, init);
  return (json as { event: Record<string, unknown> }).event;
};
const post = (body: string, type: string) => ({ method: 'POST', headers: { 'content-type': type }, body });

describe('the event of a request', () => {
  test('has path, method, query, headers and body', async () => {
    const init = { ...post('{"a":1}', 'application/json'), method: 'PUT' };
    expect(await eventOf('/web/v1/rides?a=1&b=%E7%A2%B3&a=2', init)).toMatchObject({
      path: '/web/v1/rides',
      httpMethod: 'PUT',
      queryStringParameters: { a: '1,2', b: '碳' },
      headers: { 'content-type': 'application/json', host: `127.0.0.1:${cloud.port}` },
      body: '{"a":1}',
      isBase64Encoded: false,
    });
  });

  test('has no x-wx header, and the function no openid', async () => {
    const headers = { 'x-wx-openid': 'forged', 'X-WX-SOURCE': 'wx_client', 'x-partner-id': 'p' };
    expect((await eventOf('/web', { headers })).headers).toEqual(
      expect.not.objectContaining({ 'x-wx-openid': 'forged' }),
    );
    expect((await eventOf('/web', { headers })).headers).toMatchObject({ 'x-partner-id': 'p' });
    const { json } = await send(`${cloud.url}/web?wish=environment`, { headers });
    expect(json).toEqual({ openid: null, source: 'wx_http' });
  });

  test.each([
    ['text/xml; charset=utf-8', '<a>碳</a>', false],
    ['application/x-www-form-urlencoded', 'a=1', false],
    ['image/png', '\u0000\u0001', true],
    ['application/octet-stream', 'bytes', true],
  ])('carries %s', async (type, text, isBase64Encoded) => {
    const event = await eventOf('/web', post(text, type));
    const body = isBase64Encoded ? Buffer.from(text).toString('base64') : text;
    expect(event).toMatchObject({ body, isBase64Encoded });
  });

  test.each([
    ['exactly 100 KB of text', 'application/json', 100 * 1024, 200],
    ['one byte more', 'application/json', 100 * 1024 + 1, 413],
    ['a picture of a megabyte', 'image/png', 1024 * 1024, 200],
    ['a picture over what fits into an event', 'image/png', 5 * 1024 * 1024, 413],
  ])('%s', async (_what, type, bytes, status) => {
    expect((await send(`${cloud.url}/web?wish=text`, post('x'.repeat(bytes), type))).status).toBe(status);
  });
});

describe('the answer', () => {
  const wish = (name: string, init: RequestInit = {}) => send(`${cloud.url}/web?wish=${name}`, init);

  test('with a statusCode is taken at its word, but not for the connection', async () => {
    const { status, headers, text } = await wish('integration');
    expect([status, headers.get('x-answer'), text]).toEqual([201, 'yes', 'made']);
    expect(headers.get('connection')).not.toBe('upgrade');
  });

  test('can be binary', async () => {
    const response = await fetch(`${cloud.url}/web?wish=binary`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from([0, 255, 128]));
    expect(response.headers.get('content-type')).toBe('image/png');
  });

  test('of any other kind is sent as text or JSON', async () => {
    expect((await wish('text')).headers.get('content-type')).toContain('text/plain');
    expect((await wish('text')).text).toBe('only text');
    expect((await wish('environment')).headers.get('content-type')).toContain('application/json');
  });

  test('to HEAD has no body', async () => {
    const { status, text } = await wish('integration', { method: 'HEAD' });
    expect([status, text]).toEqual([201, '']);
  });

  test.each([
    ['malformed', 500, 'FUNCTION_INVOCATION_FAILED'],
    ['badHeader', 500, 'FUNCTION_INVOCATION_FAILED'],
    ['throw', 500, 'FUNCTION_INVOCATION_FAILED'],
    ['hang', 504, 'FUNCTION_TIME_LIMIT_EXCEEDED'],
  ])('of a function that fails by %s is %i %s without its stack', async (name, status, code) => {
    const reply = await wish(name);
    expect([reply.status, reply.json]).toMatchObject([status, { code }]);
    expect(reply.text).not.toContain('index.js');
  });
});

test('a route serves whole segments only', async () => {
  expect((await send(`${cloud.url}/website`)).status).toBe(404);
});
