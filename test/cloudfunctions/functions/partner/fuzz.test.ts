import { errorTexts } from '../../../../cloudfunctions/contract/errors';
import * as fc from '../../../support/fast-check';
import { PartnerClient, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { until } from '../../../support/until';

const RUNS = process.env.SOAK ? 4000 : 40;
const HOUR_MS = 3_600_000;

let product: Product;
let partner: PartnerClient;
beforeAll(async () => {
  product = await startProduct();
  partner = new PartnerClient(product);
  await partner.riderWithCard('o-ann', 'ann');
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

/** Values that programs stumble over. */
const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    true,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
    '$where',
    'a.b',
    '罗湖',
    '😀'.repeat(40),
    -0,
    -1,
    0.5,
    1e21,
    2 ** 53,
    Number.MAX_VALUE,
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom({}, [], { $gt: '' }, [[]], { $numberLong: '1' }, { $date: 1 }),
);

const goodText = fc.constantFrom('ann', 'bob', 't 1', 't 2', '罗湖', '国贸', 'metro');
const anyText = fc.oneof({ weight: 3, arbitrary: goodText }, { weight: 1, arbitrary: nasty });
const anyTime = fc.oneof(
  { weight: 3, arbitrary: fc.nat(40 * 24 * 60).map(minutes => product.cloud.nowMs() - minutes * 60_000) },
  { weight: 1, arbitrary: nasty },
);
const place = fc.oneof(
  fc.record({ station: anyText, atMs: anyTime, longitude: nasty }, { requiredKeys: ['station', 'atMs'] }),
  fc.record({
    longitude: fc.oneof(fc.double({ min: 113.7, max: 114.6, noNaN: true }), nasty),
    latitude: fc.oneof(fc.double({ min: 22.4, max: 22.9, noNaN: true }), nasty),
    atMs: anyTime,
  }),
  nasty,
);
const ride = fc.record(
  {
    ticketId: anyText,
    riderToken: anyText,
    mode: fc.oneof({ weight: 5, arbitrary: fc.constant('metro') }, { weight: 1, arbitrary: nasty }),
    entry: place,
    exit: place,
    distanceMetres: fc.oneof(fc.nat(80_000), nasty),
    via: fc.oneof(fc.array(place, { maxLength: 3 }), nasty),
    occupants: nasty,
    detourMetres: nasty,
    extra: nasty,
  },
  { requiredKeys: ['ticketId', 'riderToken', 'mode', 'entry', 'exit'] },
);
const almostGoodRide = fc
  .tuple(
    fc.constantFrom('ticketId', 'riderToken', 'mode', 'entry', 'exit', 'distanceMetres'),
    nasty,
    fc.nat(600),
  )
  .map(([field, value, minutes]) => ({
    ...shortRide('fuzzed', 'ann', product.cloud.nowMs() - HOUR_MS - minutes * 60_000),
    [field]: value,
  }));

const bodies: Record<string, fc.Arbitrary<unknown>> = {
  rides: fc.oneof(
    fc.record({ batchId: anyText, rides: fc.oneof(fc.array(ride, { maxLength: 4 }), nasty) }),
    fc.record({ batchId: fc.constant('b'), rides: fc.tuple(almostGoodRide) }),
    nasty,
  ),
  reversals: fc.oneof(fc.record({ ticketId: anyText, reason: anyText }), nasty),
  bindings: fc.oneof(fc.record({ bindCode: anyText, riderToken: anyText }), nasty),
  unbindings: fc.oneof(fc.record({ riderToken: anyText }), nasty),
};

/** A typed answer: success, or a code of ours with its Chinese text and a status that blames the right side. */
function expectTyped({ status, body }: { status: number; body: Record<string, unknown> }): void {
  if (status === 200) return;
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(body).toEqual({
    code: expect.any(String),
    message: errorTexts[body.code as keyof typeof errorTexts],
    details: expect.any(Object),
    logId: expect.stringMatching(/^[0-9a-z]{26}$/),
  });
}

describe('whatever comes, the answer is typed and never our own failure', () => {
  let sent = 0;
  beforeEach(async () => {
    // Into another minute: requests and wrong codes are limited by the minute, here as well.
    await product.advanceClock(60_000);
    sent = 0;
  });
  /** Stays below the partner's six hundred a minute. */
  const paced = async (): Promise<void> => {
    sent += 1;
    if (sent % 500 === 0) await product.advanceClock(60_000);
  };

  test.each(Object.keys(bodies))('in the body of %s', async name => {
    const property = fc.asyncProperty(bodies[name]!, async body => {
      await paced();
      expectTyped(await partner.post(name, body));
    });
    await fc.assert(property, { numRuns: RUNS });
  });

  test('in the segments of a day', async () => {
    const segment = fc.oneof(
      fc.constantFrom(
        '2026-11-09',
        '9999-12-31',
        '0000-01-01',
        '2026-13-01',
        '..',
        '%00',
        '%2f',
        'a'.repeat(64),
      ),
      fc.string({ maxLength: 80 }).map(encodeURIComponent),
    );
    const property = fc.asyncProperty(fc.array(segment, { maxLength: 3 }), async segments => {
      await paced();
      // What a URL makes of dots is signed as well: the partner signs the path that he requests.
      const { pathname } = new URL(`/partner/v1/days/${segments.join('/')}`, product.cloud.url);
      expectTyped(await partner.send('GET', pathname, ''));
    });
    await fc.assert(property, { numRuns: RUNS });
  });

  test('in the bytes of a signed body', async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async bytes => {
      await paced();
      const headers = { 'content-type': 'application/octet-stream' };
      const answer = await partner.send('POST', '/partner/v1/reversals', bytes, { headers });
      expectTyped(answer);
    });
    await fc.assert(property, { numRuns: RUNS });
  });

  test('and nothing personal stands in the log', async () => {
    await partner.rides([
      shortRide('ticket in the log', 'token in the log', product.cloud.nowMs() - HOUR_MS),
    ]);
    await partner.post('bindings', { bindCode: 'CODELOGS', riderToken: 'token in the log' });
    await partner.post('reversals', { ticketId: '\ud800', reason: 'reason in the log' });
    const { readFile } = await import('node:fs/promises');
    // The log is written off the path of any request; what the last call printed is the last to come.
    const [last] = await product.calls(1);
    const failure = new RegExp(`"callId":"${last!.callId}".*partner\\.failure`);
    const logFile = `${product.dataFolder}/calls.log`;
    await until(async () => failure.test(await readFile(logFile, 'utf8')));
    const log = await readFile(logFile, 'utf8');
    expect(log).not.toMatch(/in the log|CODELOGS/);
    expect(log).not.toContain(partner.secret);
  });
});
