import { collectionOf } from '../../../../cloudfunctions/platform';
import { PartnerClient, type Signing, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

let product: Product;
let partner: PartnerClient;
beforeAll(async () => {
  product = await startProduct();
  partner = new PartnerClient(product);
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const MINUTE_MS = 60_000;
const ridesPath = '/partner/v1/rides';
const ridesBody = (ticketId: string): string =>
  JSON.stringify({
    batchId: 'b',
    rides: [shortRide(ticketId, 'card', product.cloud.nowMs() - 30 * MINUTE_MS)],
  });
const sendRides = (ticketId: string, signing: Signing = {}) =>
  partner.send('POST', ridesPath, ridesBody(ticketId), signing);

const tripCount = (): Promise<number> => product.platform.database.count(collectionOf('trips'), {});

describe('a signed request', () => {
  test('is taken, and its nonce is spent', async () => {
    expect(await sendRides('good')).toMatchObject({ status: 200, body: { pending: 1 } });
    const nonce = 'nonce-of-a-replay';
    expect((await sendRides('once', { nonce })).status).toBe(200);
    expect(await sendRides('once', { nonce })).toMatchObject({
      status: 401,
      body: {
        code: 'NONCE_REPLAYED',
        message: '请求已经提交过（随机串重复）',
        details: { field: 'x-nonce' },
      },
    });
  });

  test('is taken whatever the case of its header names and of the signature', async () => {
    const body = ridesBody('case');
    const headers = partner.headers('POST', ridesPath, body, ownClock());
    headers['x-signature'] = headers['x-signature']!.toUpperCase();
    const shouted = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
    );
    // As an access service that keeps the sender's spelling hands it on.
    const answer = await invoke({ path: ridesPath, httpMethod: 'POST', headers: shouted, body });
    expect(answer.statusCode).toBe(200);
  });

  test('is taken once when it is sent eight times at once', async () => {
    const nonce = 'nonce-of-eight-at-once';
    const statuses = await Promise.all(
      Array.from({ length: 8 }, async () => (await sendRides('eight', { nonce })).status),
    );
    expect(statuses.sort()).toEqual([200, 401, 401, 401, 401, 401, 401, 401]);
  });

  test('is taken with its body as base64, flagged by a boolean or a text', async () => {
    for (const isBase64Encoded of [true, 'true']) {
      const body = ridesBody(`base64-${isBase64Encoded}-${typeof isBase64Encoded}`);
      const headers = partner.headers('POST', ridesPath, body, ownClock());
      const encoded = Buffer.from(body).toString('base64');
      const event = { path: ridesPath, httpMethod: 'POST', headers, body: encoded, isBase64Encoded };
      expect((await invoke(event)).statusCode).toBe(200);
    }
  });

  test('is taken with the path without the route of the access service', async () => {
    const body = ridesBody('short path');
    const headers = partner.headers('POST', ridesPath, body, ownClock());
    expect((await invoke({ path: '/v1/rides', httpMethod: 'POST', headers, body })).statusCode).toBe(200);
  });

  test('sent as octets is taken by the bytes that were signed', async () => {
    const answer = await sendRides('octets', { headers: { 'content-type': 'application/octet-stream' } });
    expect(answer.status).toBe(200);
  });
});

/** This process goes by its machine's time, the endpoint by its own. */
const ownClock = (): Signing => ({ timestamp: String(Date.now()) });

/** The function itself, with an event that the local access service would not make; nobody's openid is with it. */
async function invoke(event: object): Promise<{ statusCode: number; body: string }> {
  const { main } = await import('../../../../cloudfunctions/functions/partner');
  return main(event) as Promise<{ statusCode: number; body: string }>;
}

const later = (ms: number): string => String(product.cloud.nowMs() + ms);

describe('a request is refused, and nothing is stored, when', () => {
  const wrong: [string, string, Signing | (() => Signing)][] = [
    ['the secret is another', 'SIGNATURE_WRONG', { secret: 'f'.repeat(64) }],
    ['the secret is empty', 'SIGNATURE_WRONG', { secret: '' }],
    ['another path was signed', 'SIGNATURE_WRONG', { signedPath: '/partner/v1/reversals' }],
    ['the path was signed without its route', 'SIGNATURE_WRONG', { signedPath: '/v1/rides' }],
    ['another method was signed', 'SIGNATURE_WRONG', { signedMethod: 'GET' }],
    ['another partner signed it', 'SIGNATURE_WRONG', { signedPartnerId: 'hello' }],
    ['one byte of the body is changed', 'SIGNATURE_WRONG', () => ({ signedBody: `${ridesBody('x')} ` })],
    ['the signature is missing', 'SIGNATURE_WRONG', { headers: { 'x-signature': '' } }],
    ['the signature is no hex', 'SIGNATURE_WRONG', { headers: { 'x-signature': 'g'.repeat(64) } }],
    ['the signature is too short', 'SIGNATURE_WRONG', { headers: { 'x-signature': 'ab' } }],
    ['it is too old', 'TIMESTAMP_OUT_OF_RANGE', () => ({ timestamp: later(-5 * MINUTE_MS - 1) })],
    ['it is from the future', 'TIMESTAMP_OUT_OF_RANGE', () => ({ timestamp: later(6 * MINUTE_MS) })],
    ['the time is in seconds', 'TIMESTAMP_OUT_OF_RANGE', () => ({ timestamp: later(0).slice(0, 10) })],
    ['nobody knows the partner', 'PARTNER_UNKNOWN', { partnerId: 'nobody' }],
    ['the partner has the name of a built-in', 'PARTNER_UNKNOWN', { partnerId: 'constructor' }],
    ['it names no partner', 'PARTNER_UNKNOWN', { headers: { 'x-partner-id': '' } }],
    ['it has no time', 'INVALID_INPUT', { headers: { 'x-timestamp': '' } }],
    ['the time is no number', 'INVALID_INPUT', { timestamp: '1e12' }],
    ['the time is beyond all numbers', 'INVALID_INPUT', { timestamp: '9'.repeat(16) }],
    ['it has no nonce', 'INVALID_INPUT', { headers: { 'x-nonce': '' } }],
    ['the nonce is too short', 'INVALID_INPUT', { nonce: 'seven77' }],
    ['the nonce is too long', 'INVALID_INPUT', { nonce: 'n'.repeat(65) }],
    ['the nonce has a line feed written out', 'INVALID_INPUT', { nonce: 'nonce%0Anonce' }],
  ];
  test.each(wrong)('%s: %s', async (_when, code, signing) => {
    const before = await tripCount();
    const { status, body } = await sendRides('never', typeof signing === 'function' ? signing() : signing);
    expect(body).toMatchObject({ code, message: expect.stringMatching(/\p{Script=Han}/u) });
    expect(status).toBe(code === 'INVALID_INPUT' ? 400 : 401);
    expect(await tripCount()).toBe(before);
  });

  test('just within five minutes either way it is still good', async () => {
    const past = await sendRides('nearly old', { timestamp: later(-5 * MINUTE_MS + 10_000) });
    const future = await sendRides('nearly new', { timestamp: later(5 * MINUTE_MS - 10_000) });
    expect([past.status, future.status]).toEqual([200, 200]);
  });

  test('it carries an openid, however well it is signed', async () => {
    const body = ridesBody('forged');
    const headers = partner.headers('POST', ridesPath, body);
    const event = { path: ridesPath, httpMethod: 'POST', headers, body, isBase64Encoded: false };
    expect(await product.callFunction('partner', 'o-forger', event)).toMatchObject({
      statusCode: 403,
      body: expect.stringContaining('"FORBIDDEN"'),
    });
  });

  test('a header claims an openid: the access service drops it', async () => {
    const { status } = await sendRides('claimed', { headers: { 'x-wx-openid': 'o-forger' } });
    expect(status).toBe(200);
  });

  test.each([
    null,
    7,
    'text',
    [],
    {},
    { path: 1, httpMethod: 'GET', headers: {} },
    { path: '/', headers: {} },
  ])('the event is no request: %j', async event => {
    expect(await invoke(event as object)).toMatchObject({ statusCode: 403 });
  });
});

describe('a body', () => {
  const send = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
    partner.send('POST', ridesPath, body, { headers });

  test('over 90 KB is refused before anything else', async () => {
    const body = JSON.stringify({ batchId: 'x'.repeat(90 * 1024), rides: [] });
    expect(await send(body)).toMatchObject({
      status: 413,
      body: { code: 'PAYLOAD_TOO_LARGE', details: { largestBytes: 92_160 } },
    });
  });

  test.each([
    ['no JSON', 'rides'],
    ['JSON cut short', '{"batchId":"b"'],
    ['a byte order mark', '\ufeff{"batchId":"b","rides":[]}'],
  ])('of %s is refused', async (_name, body) => {
    const { status, body: answer } = await send(body);
    expect(status).toBe(400);
    expect(answer).toMatchObject({
      code: 'INVALID_INPUT',
      details: { field: 'body', reason: '请求体不是有效的 JSON' },
    });
  });

  test('of bytes that are no UTF-8 is refused, though they are signed', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"ticketId":"'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('","reason":"r"}'),
    ]);
    const answer = await partner.send('POST', '/partner/v1/reversals', bytes, {
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(answer).toMatchObject({ status: 400, body: { details: { field: 'body' } } });
  });
});

describe('a route', () => {
  test.each([
    ['GET', '/partner/v1/rides'],
    ['PUT', '/partner/v1/rides'],
    ['POST', '/partner/v1/days/2026-11-01'],
    ['POST', '/partner/v1/rides/'],
    ['POST', '/partner/v1/rides/extra'],
    ['POST', '/partner/v1/constructor'],
    ['POST', '/partner/v1/__proto__'],
    ['POST', '/partner/v1/'],
    ['POST', '/partner/v1'],
    ['POST', '/partner'],
    ['POST', '/partner/v2/rides'],
    ['POST', '/partner//v1/rides'],
    ['POST', '/partner/v1//rides'],
    ['POST', '/partner/v1/..%2frides'],
    ['POST', '/partner/v1/Rides'],
    ['GET', '/partner/v1/days/2026-11-01/'.concat('a'.repeat(64), '/more')],
  ])('that does not exist is not found: %s %s', async (method, route) => {
    const { status, body } = await partner.send(method, route, method === 'GET' ? '' : '{}');
    expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
  });

  test.each([
    ['days', 'day'],
    ['days/', 'day'],
    ['days/2026-02-30', 'day'],
    ['days/20261101', 'day'],
    ['days/2026-11-01/', 'after'],
    ['days/2026-11-01/xyz', 'after'],
  ])('of a day names what is wrong: %s', async (name, field) => {
    const { status, body } = await partner.get(name);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'INVALID_INPUT', details: { field } });
  });
});

test('a partner gets six hundred requests a minute', async () => {
  // Into the next minute, so that the requests of the tests above do not count.
  await product.advanceClock(MINUTE_MS);
  const nowMs = product.cloud.nowMs();
  const startMs = nowMs - (nowMs % MINUTE_MS);
  const window = { _id: `partner:bawei:${startMs}`, count: 600, expiresAtMs: startMs + MINUTE_MS };
  await product.platform.database.add(collectionOf<typeof window>('rate_windows'), window);
  const { status, body } = await sendRides('one too many');
  expect([status, body.code]).toEqual([429, 'RATE_LIMITED']);
  expect(body.details).toMatchObject({ retryAfterMs: expect.any(Number) });
});
