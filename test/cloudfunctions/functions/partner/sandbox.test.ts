import { partners } from '../../../../cloudfunctions/domain/partners/store';
import { collectionOf, sealSecret } from '../../../../cloudfunctions/platform';
import { PartnerClient, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

const HOUR_MS = 3_600_000;
const secret = 'a-secret-of-the-sandbox';

let product: Product;
let client: PartnerClient;
beforeAll(async () => {
  product = await startProduct();
  client = new PartnerClient(product);
  const owner = { keyName: 'PARTNER_KEY', owner: 'trying' };
  const box = sealSecret(product.platform, owner, secret);
  await product.platform.database.add(partners, {
    _id: 'trying',
    name: '试用地铁',
    city: 'shenzhen',
    modes: ['metro'],
    requestsAMinute: 60,
    state: 'sandbox',
    secrets: [{ box, ending: 'dbox', sinceMs: 0, endsAtMs: null }],
    newSecret: null,
    version: 1,
  });
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const post = (name: string, body: unknown) =>
  client.send('POST', `/partner/v1/${name}`, JSON.stringify(body), { partnerId: 'trying', secret });

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
    sandbox: true,
  });
  expect((await post('unbindings', { riderToken: 'card' })).body).toEqual({ unbound: true, sandbox: true });
  expect((await post('reversals', { ticketId: 'good', reason: 'wrong' })).body).toMatchObject({
    sandbox: true,
  });
  expect(await stored()).toEqual(before);
  expect((await product.data('o-ann', 'bindings.list', {})).bindings).toEqual([]);
});

test('a wrong body is refused as ever, and a live partner’s answers say nothing of a sandbox', async () => {
  expect(await post('rides', { batchId: 'b', rides: [] })).toMatchObject({ status: 400 });
  expect(await post('nothing', {})).toMatchObject({ status: 404 });
  const live = await client.rides([shortRide('live', 'card', product.cloud.nowMs() - HOUR_MS)]);
  expect(live).toMatchObject({ pending: 1 });
  expect(live).not.toHaveProperty('sandbox');
});
