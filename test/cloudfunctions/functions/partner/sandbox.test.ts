import { readTrial } from '../../../../cloudfunctions/domain/partners';
import { collectionOf } from '../../../../cloudfunctions/platform';
import { PartnerClient, plantPartner, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

const HOUR_MS = 3_600_000;

let product: Product;
let client: PartnerClient;
let trying: PartnerClient;
beforeAll(async () => {
  product = await startProduct();
  client = new PartnerClient(product);
  trying = await plantPartner(product, 'trying', { state: 'sandbox' });
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const post = (name: string, body: unknown) => trying.post(name, body);

/** Everything that a request could leave behind, but its nonce and its place in the rate. */
async function stored(): Promise<number[]> {
  const names = [
    'trips',
    'rider_tokens',
    'rider_days',
    'bind_codes',
    'ledger_accounts',
    'ledger_entries',
    'notices',
  ];
  return Promise.all(names.map(name => product.platform.database.count(collectionOf(name), {})));
}

test('rides are judged and counted as ever, every answer says sandbox, and nothing is kept', async () => {
  await product.signedInRider('o-ann', { consent: true });
  const { code } = await product.data('o-ann', 'bindings.createCode', {});
  const before = await stored();
  const fromMs = product.cloud.nowMs() - HOUR_MS;
  const ride = shortRide('good', 'card', fromMs);
  const rides = [
    ride,
    ride,
    { ...ride, riderToken: 'other' },
    { ...shortRide('slow', 'card', fromMs), mode: 'bus' },
  ];
  expect(await post('rides', { batchId: 'b', rides })).toMatchObject({
    status: 200,
    body: {
      accepted: 1,
      duplicate: 1,
      pending: 0,
      deferred: [],
      rejected: [
        { ticketId: 'slow', code: 'MODE_NOT_ALLOWED' },
        { ticketId: 'good', code: 'IDEMPOTENCY_CONFLICT' },
      ],
      sandbox: true,
    },
  });
  expect((await post('bindings', { bindCode: code, riderToken: 'card' })).body).toEqual({
    bound: true,
    cardId: expect.any(String),
    sandbox: true,
  });
  expect((await post('unbindings', { riderToken: 'card' })).body).toEqual({ unbound: true, sandbox: true });
  expect((await post('reversals', { ticketId: 'good', reason: 'wrong' })).body).toMatchObject({
    sandbox: true,
  });
  expect(await stored()).toEqual(before);
  expect((await product.data('o-ann', 'bindings.list', {})).bindings).toEqual([]);
});

test('a benefit is confirmed or refused, as ever, and nothing else is done with it', async () => {
  const said = { reason: '售罄' };
  expect(await post('benefits/one/confirm', { reference: 'R-1' })).toMatchObject({
    body: { state: 'given' },
  });
  expect(await post('benefits/one/refuse', said)).toMatchObject({ body: { state: 'refused' } });
  for (const path of ['benefits/one/reject', 'benefits/one', 'benefits']) {
    expect(await post(path, said)).toMatchObject({ status: 404 });
    expect(await client.post(path, said)).toMatchObject({ status: 404 });
  }
});

test('a wrong body is refused as ever, and a live partner’s answers say nothing of a sandbox', async () => {
  expect(await post('rides', { batchId: 'b', rides: [] })).toMatchObject({ status: 400 });
  expect(await post('nothing', {})).toMatchObject({ status: 404 });
  const live = await client.rides([shortRide('live', 'card', product.cloud.nowMs() - HOUR_MS)]);
  expect(live).toMatchObject({ pending: 1 });
  expect(live).not.toHaveProperty('sandbox');
});

test('how far he has come is kept, without anything of what he sent, and a request can be looked at without being taken', async () => {
  const { steps, requests } = await readTrial(product.platform, 'trying');
  const passed = steps.filter(({ passedAtMs }) => passedAtMs !== null).map(({ step }) => step);
  expect(passed).toEqual(['signed', 'refusal', 'card', 'reversal']);
  expect(requests.at(-1)).toMatchObject({
    route: 'POST rides',
    outcome: 'ok',
    accepted: 1,
    rejected: ['MODE_NOT_ALLOWED', 'IDEMPOTENCY_CONFLICT'],
  });
  expect(requests[0]).toMatchObject({ route: 'POST rides', outcome: 'INVALID_INPUT' });
  expect((await readTrial(product.platform, 'bawei')).requests).toEqual([]);
});
