/** The mini-program's pushes: who may send one, and what becomes of it. */

import { checks } from '../../../../cloudfunctions/domain/reports/store';
import { sealPush } from '../../../../local/cloud/wechat/seal-push';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

const settings = {
  appId: 'wx0000000000000000',
  token: 'token-of-this-test-0123456789abc',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
};

let product: Product;
beforeAll(async () => {
  product = await startProduct({
    environment: { PUSH_TOKEN: settings.token, PUSH_AES_KEY: settings.aesKey },
  });
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const pushOf = (traceId: string, change: object = {}) => ({
  ToUserName: 'gh_1',
  FromUserName: 'o-1',
  CreateTime: 1_700_000_000,
  MsgType: 'event',
  Event: 'wxa_media_check',
  appid: settings.appId,
  trace_id: traceId,
  version: 2,
  errcode: 0,
  result: { suggest: 'pass', label: 100 },
  ...change,
});

interface Sending {
  given?: Partial<typeof settings>;
  atMs?: number;
  query?: (query: string) => string;
  body?: (body: string) => string;
  path?: string;
}

async function send(message: object, { given, atMs, query, body, path }: Sending = {}) {
  const sealed = sealPush({ ...settings, ...given }, message, atMs ?? product.cloud.nowMs());
  const address = `${path ?? '/official-account/mini-program'}?${query?.(sealed.query) ?? sealed.query}`;
  const response = await product.http(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: body?.(sealed.body) ?? sealed.body,
  });
  return { status: response.status, text: await response.text() };
}

const verdictOf = async (traceId: string) =>
  (await product.platform.database.get(checks, traceId))?.verdict ?? null;

test('an answer is taken once, the first one, and answered with an empty 200', async () => {
  expect(await send(pushOf('t-first'))).toEqual({ status: 200, text: '' });
  expect(await verdictOf('t-first')).toBe('pass');
  expect(await send(pushOf('t-first', { result: { suggest: 'risky', label: 20002 } }))).toMatchObject({
    status: 200,
  });
  expect(await verdictOf('t-first')).toBe('pass');
});

test.each<[string, object, string]>([
  ['review', { result: { suggest: 'review', label: 21000 } }, 'review'],
  [
    'texts for numbers, as XML would give them',
    { errcode: '0', result: { suggest: 'risky', label: '20006' } },
    'risky',
  ],
  ['a pass without a code, as it is sent in the field', { errcode: undefined }, 'pass'],
  ['an address that could not be fetched', { errcode: -1008, result: undefined, detail: [] }, 'failed'],
  ['a code beside a result', { errcode: -1008 }, 'failed'],
])('%s is understood', async (name, change, verdict) => {
  const traceId = `t-${verdict}-${name.length}`;
  expect((await send(pushOf(traceId, change))).status).toBe(200);
  expect(await verdictOf(traceId)).toBe(verdict);
});

test('other events are passed over, so that WeChat does not send them again', async () => {
  expect(await send({ MsgType: 'event', Event: 'user_enter_tempsession' })).toEqual({
    status: 200,
    text: '',
  });
  expect((await send(pushOf('t-shape', { result: { suggest: 'fine' } }))).status).toBe(200);
  expect(await verdictOf('t-shape')).toBeNull();
});

test.each<[string, Sending, number]>([
  ['another token', { given: { token: 'another-token' } }, 403],
  ['another key', { given: { aesKey: 'Z'.repeat(43) } }, 403],
  ['another application', { given: { appId: 'wx1111111111111111' } }, 403],
  ['a time long past', { atMs: 1_600_000_000_000 }, 403],
  ['a signature of nothing', { query: query => query.replace(/msg_signature=\w+/, 'msg_signature=00') }, 403],
  ['no signature', { query: () => '' }, 403],
  ['a changed body', { body: body => body.replace('"Encrypt":"', '"Encrypt":"AAAA') }, 403],
  ['a plain body', { body: () => JSON.stringify(pushOf('t-refused')) }, 403],
  ['no JSON', { body: () => '<xml/>' }, 400],
  ['a huge body', { body: () => JSON.stringify({ Encrypt: 'A'.repeat(30_000) }) }, 413],
  ['another path', { path: '/official-account/elsewhere' }, 404],
])('%s is refused', async (_name, sending, status) => {
  expect((await send(pushOf('t-refused'), sending)).status).toBe(status);
  expect(await verdictOf('t-refused')).toBeNull();
});

test('a call of a mini-program is refused, however it is signed', async () => {
  const { query, body } = sealPush(settings, pushOf('t-forged'), product.cloud.nowMs());
  const event = {
    path: '/official-account/mini-program',
    httpMethod: 'POST',
    headers: {},
    queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
    body,
    isBase64Encoded: false,
  };
  expect(await product.callFunction('official-account', 'o-forger', event)).toMatchObject({
    statusCode: 403,
  });
  expect(await verdictOf('t-forged')).toBeNull();
});

test('the address is confirmed to WeChat and to nobody else', async () => {
  const { query } = sealPush(settings, {}, product.cloud.nowMs());
  const address = `/official-account/mini-program?${query}&echostr=hello`;
  expect(await (await product.http(address)).text()).toBe('hello');
  expect((await product.http(address.replace(/signature=\w+/, 'signature=00'))).status).toBe(403);
});
