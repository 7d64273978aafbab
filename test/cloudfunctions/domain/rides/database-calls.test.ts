import { randomUUID } from 'node:crypto';
import type { PartnerRide, RidesAnswer } from '../../../../cloudfunctions/contract/partner';
import { bindToken } from '../../../../cloudfunctions/domain/bindings';
import { recordRides } from '../../../../cloudfunctions/domain/rides';
import { problemsOf, readBooks } from '../../../support/audit-rides';
import { DatabaseProxy } from '../../../support/database-proxy';
import { PartnerClient, SHORT_RIDE_GRAMS, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const CALL_LIMIT_BYTES = 100 * 1024;
const lastMidnightMs = Date.parse('2026-11-10T00:00:00+08:00');

let product: Product;
let partner: PartnerClient;
beforeAll(async () => {
  product = await startProduct();
  partner = new PartnerClient(product);
  for (let rider = 0; rider < 6; rider += 1) await boundCard(`o-rider-${rider}`, `card-${rider}`);
}, START_TIMEOUT_MS);
afterAll(async () => {
  if (product) expect(problemsOf(await readBooks(product.platform))).toEqual([]);
  await product?.stop();
});

async function boundCard(openid: string, riderToken: string): Promise<string> {
  await product.signedInRider(openid, { consent: true });
  const { code } = await product.data(openid, 'bindings.createCode', {});
  await bindToken(product.platform, { partnerId: 'bawei', bindCode: code, riderToken });
  return openid;
}

let tickets = 0;
/** So many rides of a card on a day, which is so many days ago; each time later on that day. */
function rides(card: string, daysAgo: number, count: number): PartnerRide[] {
  return Array.from({ length: count }, () => {
    tickets += 1;
    const midnightMs = lastMidnightMs - daysAgo * 24 * HOUR_MS;
    return shortRide(`ticket ${tickets}`, card, midnightMs + tickets * 6 * MINUTE_MS);
  });
}

/** Permit, nonce, one look at the tickets, one at the cards, and one at who wants to be told of what was credited. */
const FIXED = 5;
/** Parameters and factor sets are read once a minute. */
const FIXED_MOST = 6;

interface Shape {
  name: string;
  make: () => PartnerRide[];
  tokens: number;
  riderDays: number;
  rides: number;
}
const shapes: Shape[] = [
  { name: 'one ride', make: () => rides('card-0', 1, 1), tokens: 1, riderDays: 1, rides: 1 },
  { name: 'ten rides of a day', make: () => rides('card-0', 1, 10), tokens: 1, riderDays: 1, rides: 10 },
  {
    name: 'one rider on three days',
    make: () => [1, 2, 3].flatMap(day => rides('card-1', day, 2)),
    tokens: 1,
    riderDays: 3,
    rides: 6,
  },
  {
    name: 'six riders with two rides each',
    make: () => [0, 1, 2, 3, 4, 5].flatMap(rider => rides(`card-${rider}`, 1, 2)),
    tokens: 6,
    riderDays: 6,
    rides: 12,
  },
];

describe('database calls of a batch', () => {
  beforeAll(async () => {
    // Fills the process's caches.
    await partner.rides(rides('card-0', 5, 1));
  });

  test.each(shapes)('$name: at most six, six a rider-day and two a ride', async shape => {
    let answer: RidesAnswer | undefined;
    const calls = await product.databaseCalls(async () => {
      answer = await partner.rides(shape.make());
    });
    expect(answer).toMatchObject({ accepted: shape.rides, deferred: [], rejected: [] });
    expect(calls).toBeLessThanOrEqual(6 + 6 * shape.riderDays + 2 * shape.rides);
    // Start, account and commit are shared by the days of a card.
    const expected = 4 * shape.tokens + 2 * shape.riderDays + 2 * shape.rides;
    expect(calls).toBeGreaterThanOrEqual(FIXED + expected);
  });

  test('are the fixed ones for a repetition, and four a card and one a ride for cards that nobody has bound', async () => {
    const batch = [...rides('stranger-1', 1, 3), ...rides('stranger-2', 1, 2)];
    const first = await product.databaseCalls(() => partner.rides(batch));
    expect(first).toBeLessThanOrEqual(FIXED_MOST + 4 * 2 + 5);
    const again = await product.databaseCalls(() => partner.rides(batch));
    expect(again).toBeLessThanOrEqual(FIXED_MOST);
  });

  test('need no scan without an index, of rides, waits, reversals and reconciliation alike', async () => {
    const [ride] = rides('card-2', 1, 1);
    await partner.rides([ride!, ...rides('card-waits', 1, 2)]);
    await partner.post('reversals', { ticketId: ride!.ticketId, reason: 'r' });
    await partner.get('days/2026-11-09');
    await product.signedInRider('o-waits', { consent: true });
    await partner.bindCard('o-waits', 'card-waits');
    await product.data('o-waits', 'rides.list', { limit: 20 });
    await product.advanceClock(5 * MINUTE_MS);
    const scans = (await product.calls()).filter(call => call.scansWithoutIndex > 0);
    expect(scans).toEqual([]);
  });
});

describe('the largest batch', () => {
  const LONGEST_ID = 128;
  /** Two hundred rides with ids of 128 characters, six minutes apart: 20 hours of one card. */
  const longIds = (card: string): PartnerRide[] =>
    Array.from({ length: 200 }, (_, n) =>
      shortRide(
        `${card} ticket ${n} `.padEnd(LONGEST_ID, 'x'),
        card.padEnd(LONGEST_ID, 'y'),
        lastMidnightMs - 24 * HOUR_MS + n * 6 * MINUTE_MS,
      ),
    );

  test('of one card is taken over HTTP in one transaction, and again as a repetition', async () => {
    const openid = await boundCard('o-long', 'long'.padEnd(LONGEST_ID, 'y'));
    const body = { batchId: 'b'.repeat(LONGEST_ID), rides: longIds('long') };
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(90 * 1024);
    const answer = await partner.post('rides', body);
    expect(answer.body).toMatchObject({ accepted: 200, deferred: [], rejected: [] });
    expect((await partner.post('rides', body)).body).toMatchObject({ duplicate: 200 });
    const { balance } = await product.data(openid, 'ledger.balance', {});
    expect(balance.carbon.available).toBe(200 * SHORT_RIDE_GRAMS);
  });

  test('keeps each database call below the limit', async () => {
    await boundCard('o-long-2', 'long 2'.padEnd(LONGEST_ID, 'y'));
    const proxy = await DatabaseProxy.open(product.cloud);
    try {
      const answer = await recordRides(product.platform, {
        partner: { partnerId: 'bawei', city: 'shenzhen', modes: ['metro'] },
        rides: longIds('long 2'),
        deadlineMs: product.cloud.nowMs() + MINUTE_MS,
      });
      expect(answer.accepted).toBe(200);
      // The largest ones write the day with its two hundred trips, and ask for two hundred tickets.
      const sizes = proxy.calls.map(({ bytes }) => bytes).sort((a, b) => b - a);
      expect(sizes[0]).toBeLessThan(0.7 * CALL_LIMIT_BYTES);
      expect(sizes[1]).toBeGreaterThan(200 * 64);
    } finally {
      await proxy.stop();
    }
  });

  test('would be refused by the database if a call were larger', async () => {
    const document = { _id: randomUUID(), text: 'x'.repeat(CALL_LIMIT_BYTES) };
    const adding = product.platform.database.add({ name: 'trips' }, document);
    await expect(adding).rejects.toThrow('EXCEED_REQUEST_SIZE_LIMIT');
  });
});
