import { openOwnTrips, ownTripId, refuseOwnTripWithin } from '../../../../cloudfunctions/domain/own-trips';
import {
  type OwnTripMonth,
  ownTripMonths,
  ownTrips,
} from '../../../../cloudfunctions/domain/own-trips/store';
import { type RiderDay, riderDays } from '../../../../cloudfunctions/domain/rider-days';
import { evidenceCommitment } from '../../../../miniprogram/proof';
import { problemsOf, readAll, readBooks } from '../../../support/audit-rides';
import { DatabaseProxy } from '../../../support/database-proxy';
import { PartnerClient, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { at, bikeTrip, MINUTE_MS, payOwnTrip } from './own-trip';

let product: Product;
let partner: PartnerClient;
beforeAll(async () => {
  product = await startProduct();
  partner = new PartnerClient(product);
}, START_TIMEOUT_MS);
afterAll(async () => {
  if (product) expect(problemsOf(await readBooks(product.platform))).toEqual([]);
  await product?.stop();
});

let people = 0;
async function rider(): Promise<{ openid: string; uid: string }> {
  people += 1;
  const openid = `o-own-${people}`;
  return { openid, uid: await product.signedInRider(openid, { consent: true }) };
}
const balanceOf = async (openid: string) => (await product.data(openid, 'ledger.balance', {})).balance;
const dayOf = (uid: string, day: string): Promise<RiderDay | null> =>
  product.platform.database.get(riderDays, `${uid}:${day}`);
const monthOf = (uid: string): Promise<OwnTripMonth | null> =>
  product.platform.database.get(ownTripMonths, `${uid}:2026-11`);

describe('a trip of a rider’s own telling', () => {
  test('pays half of what it would have avoided, as bonus and never as carbon', async () => {
    const { openid, uid } = await rider();
    const trip = await payOwnTrip(product.platform, uid, bikeTrip(at('2026-11-09T08:00:00')));
    expect(trip).toMatchObject({ state: 'paid', grams: 101, bonus: 50, day: '2026-11-09', reasons: [] });
    const { carbon, bonus } = await balanceOf(openid);
    expect([carbon.available, bonus.available]).toEqual([0, 50]);
    expect(await dayOf(uid, '2026-11-09')).toMatchObject({
      gramsBySource: {},
      bonusBySource: { 'bike-track': 50 },
      trips: [{ tripId: trip._id, source: 'bike-track', bonus: 50, entryKey: trip._id }],
    });
    expect(await monthOf(uid)).toMatchObject({
      bonusBySource: { 'bike-track': 50 },
      tripsBySource: { 'bike-track': 1 },
    });
    const { entry } = await product.data(openid, 'ledger.entry', { key: trip._id });
    expect(entry).toMatchObject({
      reason: 'own-trip',
      reference: { type: 'own-trip', id: trip._id },
      commitment: evidenceCommitment(trip.salt, trip.evidence),
      postings: [{ source: 'mint:own-trip', kind: 'bonus' }],
    });
    expect(JSON.stringify(entry)).not.toContain('points');
  });

  test('is paid once, however often it is handed over, also at once', async () => {
    const { openid, uid } = await rider();
    const judged = bikeTrip(at('2026-11-09T08:00:00'));
    const trips = await Promise.all(
      [1, 2, 3].map(() => payOwnTrip(product.platform, uid, judged, 'the-same-request')),
    );
    expect(new Set(trips.map(({ salt }) => salt)).size).toBe(1);
    expect(await payOwnTrip(product.platform, uid, judged, 'the-same-request')).toEqual(trips[0]);
    expect((await balanceOf(openid)).bonus.available).toBe(50);
    const other = payOwnTrip(product.platform, uid, { ...judged, distanceMetres: 4_000 }, 'the-same-request');
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  });

  test('counts in the day of its beginning and takes its time in every day it touches', async () => {
    const { uid } = await rider();
    const judged = bikeTrip(at('2026-11-08T23:55:00'));
    const { _id: tripId } = await payOwnTrip(product.platform, uid, judged);
    expect(await dayOf(uid, '2026-11-08')).toMatchObject({ bonusBySource: { 'bike-track': 50 } });
    const next = await dayOf(uid, '2026-11-09');
    expect(next).toMatchObject({ trips: [{ tripId }] });
    expect(next?.bonusBySource).toBeUndefined();
  });

  test.each([
    ['another of the same time', 'OVERLAPS', { fromMs: at('2026-11-09T08:05:00') }],
    ['another source at the same time', 'OVERLAPS', { source: 'station-code', mode: 'metro' }],
    ['no end', 'NO_TIME', { toMs: at('2026-11-09T08:00:00') }],
    ['an end to come', 'IN_THE_FUTURE', { toMs: at('2026-11-10T12:00:00') }],
    ['too long ago', 'TOO_OLD', { fromMs: at('2026-10-11T00:00:00'), toMs: at('2026-10-11T00:10:00') }],
    ['half a day and more', 'TOO_LONG', { fromMs: at('2026-11-08T08:00:00') }],
    ['a mode without a factor', 'NO_FACTOR', { mode: 'rocket' }],
    ['too short for a credit', 'TOO_SHORT', { distanceMetres: 50 }],
  ] as const)('%s is refused in words and kept: %s', async (_name, code, change) => {
    const { openid, uid } = await rider();
    await payOwnTrip(product.platform, uid, bikeTrip(at('2026-11-09T08:00:00')));
    const trip = await payOwnTrip(product.platform, uid, bikeTrip(at('2026-11-09T08:00:00'), change));
    expect(trip).toMatchObject({ state: 'refused', bonus: 0, entryKey: null, reasons: [{ code }] });
    expect(trip.reasons[0]!.text).toMatch(/[\u4e00-\u9fff]/);
    expect((await balanceOf(openid)).bonus.available).toBe(50);
    expect(await product.platform.database.get(ownTrips, trip._id)).toEqual(trip);
  });

  test('is refused where a signed ride has its time', async () => {
    const { openid, uid } = await rider();
    await partner.bindCard(openid, 'card-first');
    const ride = shortRide('T-first', 'card-first', at('2026-11-09T08:00:00'));
    expect(await partner.rides([ride])).toMatchObject({ accepted: 1 });
    const trip = await payOwnTrip(product.platform, uid, bikeTrip(ride.entry.atMs));
    expect(trip).toMatchObject({ state: 'refused', reasons: [{ code: 'OVERLAPS_RIDE' }] });
    expect((await balanceOf(openid)).bonus.available).toBe(0);
  });

  test('that its source refuses is kept with the source’s reasons, once', async () => {
    const { uid } = await rider();
    const paying = await openOwnTrips(product.platform, 'shenzhen');
    const judged = bikeTrip(at('2026-11-09T08:00:00'));
    const id = ownTripId('bike-track', uid, 'refused-1');
    const refuse = (reasons: { code: string; text: string }[]) =>
      product.platform.database.transact(transaction =>
        refuseOwnTripWithin(transaction, paying, { id, uid, requestHash: 'h', judged, reasons }),
      );
    const reasons = [{ code: 'CAR', text: '速度像汽车' }];
    expect(await refuse(reasons)).toMatchObject({ state: 'refused', grams: 101, bonus: 0, reasons });
    expect(await refuse([{ code: 'OTHER', text: '别的' }])).toMatchObject({ reasons });
    expect(await dayOf(uid, '2026-11-09')).toBeNull();
  });
});

describe('caps of a source', () => {
  const hours = (day: string, hour: number) => at(`${day}T00:00:00`) + hour * 60 * MINUTE_MS;

  test('of a day: what lies below is paid, then nothing, and the next day pays again', async () => {
    const { openid, uid } = await rider();
    const far = { distanceMetres: 20_000 };
    const paid = [];
    for (const hour of [6, 7, 8]) {
      paid.push(await payOwnTrip(product.platform, uid, bikeTrip(hours('2026-11-08', hour), far)));
    }
    expect(paid.map(({ bonus, cappedBy }) => [bonus, cappedBy])).toEqual([
      [338, null],
      [262, 'day'],
      [0, null],
    ]);
    expect(paid[2]).toMatchObject({ state: 'refused', reasons: [{ code: 'DAY_CAP' }] });
    const next = await payOwnTrip(product.platform, uid, bikeTrip(hours('2026-11-09', 6), far));
    expect(next.bonus).toBe(338);
    expect((await balanceOf(openid)).bonus.available).toBe(338 + 262 + 338);
  });

  test('sent at once never exceed a cap, however they come', async () => {
    const { openid, uid } = await rider();
    const far = { distanceMetres: 20_000 };
    const trips = await Promise.all(
      [6, 7, 8, 9, 10].map(hour =>
        payOwnTrip(product.platform, uid, bikeTrip(hours('2026-11-07', hour), far)),
      ),
    );
    expect(trips.reduce((sum, { bonus }) => sum + bonus, 0)).toBe(600);
    expect((await balanceOf(openid)).bonus.available).toBe(600);
  });

  test('of a month in trips: the ninth reported one is refused', async () => {
    const { uid } = await rider();
    const states = [];
    for (let day = 1; day <= 9; day += 1) {
      const fromMs = hours(`2026-11-0${day}`, 6);
      const judged = bikeTrip(fromMs, { source: 'self-report', mode: 'metro' });
      states.push((await payOwnTrip(product.platform, uid, judged)).reasons[0]?.code ?? 'paid');
    }
    expect(states).toEqual([...Array(8).fill('paid'), 'MONTH_TRIPS']);
    expect(await monthOf(uid)).toMatchObject({ tripsBySource: { 'self-report': 8 } });
  });
});

test('costs eleven database calls, six where another trip has its time', async () => {
  const { uid } = await rider();
  await payOwnTrip(product.platform, uid, bikeTrip(at('2026-11-06T07:00:00')));
  const proxy = await DatabaseProxy.open(product.cloud);
  try {
    // Start, own trip, account, day, month, entry, month, own trip, day, account, commit.
    await payOwnTrip(product.platform, uid, bikeTrip(at('2026-11-06T08:00:00')));
    const paid = proxy.calls.length;
    // Start, own trip, account, day, own trip, commit.
    await payOwnTrip(product.platform, uid, bikeTrip(at('2026-11-06T08:00:00')));
    expect([paid, proxy.calls.length - paid]).toEqual([11, 6]);
  } finally {
    await proxy.stop();
  }
});

test('every own trip that was paid has one entry, and every such entry its trip', async () => {
  const trips = await readAll(product.platform, ownTrips);
  const { entries } = await readBooks(product.platform);
  const keys = entries.filter(({ reason }) => reason === 'own-trip').map(({ _id }) => _id);
  expect(keys.sort()).toEqual(trips.flatMap(({ entryKey }) => entryKey ?? []).sort());
});
