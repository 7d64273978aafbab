import { randomUUID } from 'node:crypto';
import { authenticate, type SignedRequest, signatureOf } from '../../../../cloudfunctions/domain/partners';
import type { Platform } from '../../../../cloudfunctions/platform';
import { codesOf } from '../../../support/codes-of';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

/** An installation whose operator has these secrets. */
const withSecrets = (secrets: string): Platform => ({
  ...product.platform,
  variable: name => (name === 'FIRST_PARTNER_SECRETS' ? secrets : product.platform.variable(name)),
});

const request = (): SignedRequest => ({
  method: 'POST',
  path: '/partner/v1/rides',
  partnerId: 'bawei',
  timestamp: String(product.cloud.nowMs()),
  nonce: randomUUID(),
  body: Buffer.from('{}'),
});

async function outcome(liveSecrets: string, secret: string): Promise<string | undefined> {
  const signed = request();
  const signature = signatureOf(secret, signed).toString('hex');
  return (await codesOf([authenticate(withSecrets(liveSecrets), signed, signature)]))[0];
}

describe('while secrets are rotated', () => {
  test.each([
    ['old', 'old', 'ok'],
    ['old, new', 'old', 'ok'],
    ['old,new', 'new', 'ok'],
    ['new', 'new', 'ok'],
    ['new', 'old', 'SIGNATURE_WRONG'],
    ['old,new', 'old,new', 'SIGNATURE_WRONG'],
    [',', '', 'SIGNATURE_WRONG'],
    [' ,new', '', 'SIGNATURE_WRONG'],
  ])('with the live secrets "%s" a request signed by "%s": %s', async (live, secret, expected) => {
    expect(await outcome(live, secret)).toBe(expected);
  });
});

test('the signature is the published HMAC', () => {
  const signed = {
    ...request(),
    timestamp: '1793232000000',
    nonce: 'nonce-0001',
    body: Buffer.from('{"batchId":"b"}'),
  };
  // printf 'POST\n/partner/v1/rides\nbawei\n1793232000000\nnonce-0001\n{"batchId":"b"}' | openssl dgst -sha256 -hmac secret
  expect(signatureOf('secret', signed).toString('hex')).toBe(
    '3288e9cea5b6af9fd48d82aa2b8268ba7e0277a2becf260271a0108461996630',
  );
});

test('what lies between the parts cannot be moved from one to the other', () => {
  const one = { ...request(), nonce: 'a\nb', body: Buffer.from('c') };
  const other = { ...one, nonce: 'a', body: Buffer.from('b\nc') };
  // The signed text is the same, so a nonce must never have a line feed in it.
  expect(signatureOf('s', one)).toEqual(signatureOf('s', other));
  const signature = signatureOf('s', one).toString('hex');
  return expect(authenticate(withSecrets('s'), one, signature)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  });
});

test('a nonce is refused for as long as its timestamp could pass', async () => {
  const signed = { ...request(), timestamp: String(product.cloud.nowMs() + 4 * 60_000) };
  const signature = signatureOf('s', signed).toString('hex');
  await authenticate(withSecrets('s'), signed, signature);
  // The purge of expired nonces runs on the way.
  await product.advanceClock(8 * 60_000);
  const again = authenticate(withSecrets('s'), signed, signature);
  await expect(again).rejects.toMatchObject({ code: 'NONCE_REPLAYED' });
  await product.advanceClock(3 * 60_000);
  const late = authenticate(withSecrets('s'), signed, signature);
  await expect(late).rejects.toMatchObject({ code: 'TIMESTAMP_OUT_OF_RANGE' });
});
