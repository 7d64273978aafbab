import { randomUUID } from 'node:crypto';
import type { PartnerRide, RidesAnswer } from '../../../../cloudfunctions/contract/partner';
import { newRiderToken, riderTokens } from '../../../../cloudfunctions/domain/bindings';
import { holdCredits, readBalance, readEntry, userAccount } from '../../../../cloudfunctions/domain/ledger';
import type { OwnTrip } from '../../../../cloudfunctions/domain/own-trips';
import { ownTripMonths, ownTrips } from '../../../../cloudfunctions/domain/own-trips/store';
import { riderDays } from '../../../../cloudfunctions/domain/rider-days';
import { recordRides, reverseRide, type Trip } from '../../../../cloudfunctions/domain/rides';
import { collectionOf } from '../../../../cloudfunctions/platform';
import { problemsOfOwnTrips } from '../../../support/audit-own-trips';
import { problemsOf, readBooks } from '../../../support/audit-rides';
import { DatabaseProxy } from '../../../support/database-proxy';
import { metroRide, SHORT_RIDE_GRAMS, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { at, bikeTrip, MINUTE_MS, payOwnTrip } from './own-trip';

const trips = collectionOf<Trip>('trips');

let product: Product;
let proxy: DatabaseProxy;
beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  product = await startProduct();
  proxy = await DatabaseProxy.open(product.cloud);
}, START_TIMEOUT_MS);
afterEach(() => proxy.reset());
afterAll(async () => {
  if (product) {
    expect(problemsOf(await readBooks(product.platform))).toEqual([]);
    expect(await problemsOfOwnTrips(product.platform)).toEqual([]);
  }
  await proxy?.stop();
  await product?.stop();
});

let people = 0;
/** A rider with a card, bound by writing what a binding writes: that itself is tested elsewhere. */
async function newRider(): Promise<{ uid: string; card: string }> {
  people += 1;
  const [uid, card] = [product.platform.randomId(), `card-${people}`];
  const token = newRiderToken(product.platform, { partnerId: 'bawei', riderToken: card });
  await product.platform.database.add(riderTokens, { ...token, uid, boundAtMs: product.cloud.nowMs() });
  return { uid, card };
}
const send = (...rides: PartnerRide[]): Promise<RidesAnswer> =>
  recordRides(product.platform, {
    partner: { partnerId: 'bawei', city: 'shenzhen', modes: ['metro'] },
    rides,
    deadlineMs: product.cloud.nowMs() + 60_000,
  });
const reverse = (ticketId: string) =>
  reverseRide(product.platform, { partnerId: 'bawei', ticketId, reason: '退票' });
async function balanceOf(uid: string): Promise<[carbon: number, bonus: number, held: number]> {
  const { carbon, bonus } = await readBalance(product.platform, userAccount(uid));
  return [carbon.available - carbon.debt, bonus.available - bonus.debt, bonus.held];
}
const ownTrip = (id: string): Promise<OwnTrip | null> => product.platform.database.get(ownTrips, id);
const pay = (uid: string, fromMs: number, change = {}) =>
  payOwnTrip(product.platform, uid, bikeTrip(fromMs, change));
const hold = (uid: string, amount: number) =>
  holdCredits(
    product.platform,
    userAccount(uid),
    { amount, kinds: ['bonus'], deadlineMs: product.cloud.nowMs() + 3_600_000 },
    {
      key: `hold:${randomUUID()}`,
      requestHash: 'h',
      reason: 'donation-held',
      reference: { type: 'donation', id: 'x' },
      commitment: null,
      parametersVersion: 1,
      nowMs: product.cloud.nowMs(),
      answer: () => null,
    },
  );
const morning = at('2026-11-09T08:00:00');
/** 52,749 m, 2,463 g. */
const longRide = (ticketId: string, riderToken: string, fromMs: number): PartnerRide =>
  metroRide({ ticketId, riderToken, fromMs });
const LONG_RIDE_GRAMS = 2_463;

describe('a signed ride of the same time', () => {
  test('takes the bonus back and pays its carbon in full, by one entry', async () => {
    const { uid, card } = await newRider();
    const own = await pay(uid, morning + 20 * MINUTE_MS);
    expect(await balanceOf(uid)).toEqual([0, 50, 0]);
    expect(await send(longRide('T-replace', card, morning))).toMatchObject({ accepted: 1, rejected: [] });
    expect(await balanceOf(uid)).toEqual([LONG_RIDE_GRAMS, 0, 0]);
    const [trip] = await product.platform.database.find(trips, { where: { uid }, limit: 1 });
    expect(trip).toMatchObject({ replacedTrips: [{ ownTripId: own._id, takenBackBonus: 50 }] });
    expect((await readEntry(product.platform, trip!._id))?.postings).toMatchObject([
      { source: 'mint:trip', kind: 'carbon', lots: [{ amount: LONG_RIDE_GRAMS }] },
      { destination: 'mint:own-trip', kind: 'bonus', lots: [{ amount: 50 }] },
    ]);
    expect(await ownTrip(own._id)).toMatchObject({
      state: 'replaced',
      bonus: 0,
      replaced: { tripId: trip!._id, takenBackBonus: 50, waivedBonus: 0 },
    });
    const day = await product.platform.database.get(riderDays, `${uid}:2026-11-09`);
    expect(day).toMatchObject({ trips: [{ tripId: trip!._id }], bonusBySource: { 'bike-track': 0 } });
    const month = await product.platform.database.get(ownTripMonths, `${uid}:2026-11`);
    expect(month).toMatchObject({ bonusBySource: { 'bike-track': 0 }, tripsBySource: { 'bike-track': 0 } });
    const notices = collectionOf<{ _id: string; uid: string; template: string; parameters: object }>(
      'notices',
    );
    expect(await product.platform.database.find(notices, { where: { uid }, limit: 9 })).toMatchObject([
      { template: 'own-trip-replaced', parameters: { grams: LONG_RIDE_GRAMS, bonus: 50, waived: 0 } },
    ]);
  });

  test('waives what has been set aside already', async () => {
    const { uid, card } = await newRider();
    const own = await pay(uid, morning);
    await hold(uid, 40);
    await send(longRide('T-held', card, morning));
    expect(await balanceOf(uid)).toEqual([LONG_RIDE_GRAMS, 0, 40]);
    expect(await ownTrip(own._id)).toMatchObject({
      bonus: 40,
      replaced: { takenBackBonus: 10, waivedBonus: 40 },
    });
  });

  test('takes back no more than it pays itself', async () => {
    const { uid, card } = await newRider();
    const own = await pay(uid, morning, { distanceMetres: 20_000 });
    expect(own.bonus).toBe(338);
    await send(shortRide('T-less', card, morning));
    expect(await balanceOf(uid)).toEqual([SHORT_RIDE_GRAMS, 338 - SHORT_RIDE_GRAMS, 0]);
    expect(await ownTrip(own._id)).toMatchObject({
      replaced: { takenBackBonus: SHORT_RIDE_GRAMS, waivedBonus: 0 },
    });
  });

  test('takes the place of two at once, one of them over midnight', async () => {
    const { uid, card } = await newRider();
    const midnight = at('2026-11-09T00:00:00');
    const before = await pay(uid, midnight - 55 * MINUTE_MS);
    const over = await pay(uid, midnight - 5 * MINUTE_MS);
    await send(longRide('T-two', card, midnight - 59 * MINUTE_MS));
    expect(await balanceOf(uid)).toEqual([LONG_RIDE_GRAMS, 0, 0]);
    const states = [await ownTrip(before._id), await ownTrip(over._id)].map(own => own?.state);
    expect(states).toEqual(['replaced', 'replaced']);
    const next = await pay(uid, midnight + 3 * MINUTE_MS);
    expect(next.state).toBe('paid');
  });

  test('leaves own trips that it only touches', async () => {
    const { uid, card } = await newRider();
    const own = await pay(uid, morning + 5 * MINUTE_MS);
    await send(shortRide('T-touch', card, morning));
    expect(await ownTrip(own._id)).toMatchObject({ state: 'paid', bonus: 50 });
    expect(await balanceOf(uid)).toEqual([SHORT_RIDE_GRAMS, 50, 0]);
  });
});

describe('a ride that is taken back afterwards', () => {
  test('gives its place back: the own trip is paid again, once', async () => {
    const { uid, card } = await newRider();
    const own = await pay(uid, morning);
    await send(longRide('T-back', card, morning));
    await reverse('T-back');
    await reverse('T-back');
    expect(await balanceOf(uid)).toEqual([0, 50, 0]);
    expect(await ownTrip(own._id)).toMatchObject({ state: 'paid', bonus: 50, payments: 2, replaced: null });
    // The same trip handed over again is the one that is stored, and a new ride replaces it again.
    await send(longRide('T-back-2', card, morning));
    expect(await balanceOf(uid)).toEqual([LONG_RIDE_GRAMS, 0, 0]);
    await reverse('T-back-2');
    expect(await balanceOf(uid)).toEqual([0, 50, 0]);
  });

  test('pays again only what was taken back, and nothing when another trip has the time', async () => {
    const { uid, card } = await newRider();
    const waived = await pay(uid, morning);
    await hold(uid, 40);
    await send(longRide('T-part', card, morning));
    await reverse('T-part');
    expect(await balanceOf(uid)).toEqual([0, 10, 40]);
    expect(await ownTrip(waived._id)).toMatchObject({ state: 'paid', bonus: 50 });

    const other = await newRider();
    const own = await pay(other.uid, morning + 40 * MINUTE_MS);
    await send(longRide('T-other', other.card, morning));
    const between = [shortRide('T-between', other.card, morning + 45 * MINUTE_MS)];
    expect(await send(...between)).toMatchObject({ rejected: [{ code: 'OVERLAPS' }] });
    await reverse('T-other');
    expect(await ownTrip(own._id)).toMatchObject({ state: 'paid', bonus: 50 });
  });
});

test('a batch that loses any one call replaces once, in the end', async () => {
  const shape = await newRider();
  await pay(shape.uid, morning);
  proxy.reset();
  await send(longRide('T-shape', shape.card, morning));
  const count = proxy.calls.length;
  // Two looks; start, account, day, entry, month twice, own trip, notice, trip, day, account, commit.
  expect(count).toBe(14);
  for (let lostAt = 2; lostAt < count; lostAt += 1) {
    for (const lost of ['request', 'answer'] as const) {
      const { uid, card } = await newRider();
      await pay(uid, morning);
      const ride = longRide(`T-lost-${lostAt}-${lost}`, card, morning);
      proxy.reset({ at: lostAt, lost });
      await send(ride);
      proxy.reset();
      const second = await send(ride);
      expect(second.accepted + second.duplicate).toBe(1);
      expect(await balanceOf(uid)).toEqual([LONG_RIDE_GRAMS, 0, 0]);
    }
  }
});
