import { booksReversalKind, reconcilePage } from '../../../../cloudfunctions/domain/books';
import { ownTrips } from '../../../../cloudfunctions/domain/own-trips/store';
import { defaultOwnTripCaps } from '../../../../cloudfunctions/domain/parameters';
import { riderDays } from '../../../../cloudfunctions/domain/rider-days';
import { type Trip, trips } from '../../../../cloudfunctions/domain/rides/store';
import { checkBonus } from '../../../../cloudfunctions/domain/verification/check-bonus';
import { checkTrips } from '../../../../cloudfunctions/domain/verification/check-trips';
import { problemsOfOwnTrips } from '../../../support/audit-own-trips';
import { readBooks } from '../../../support/audit-rides';
import { PartnerClient, SHORT_RIDE_GRAMS, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { at, bikeGrams, bikeTrip, MINUTE_MS, payOwnTrip } from '../own-trips/own-trip';

let product: Product;
let partner: PartnerClient;
beforeAll(async () => {
  product = await startProduct();
  partner = new PartnerClient(product);
}, START_TIMEOUT_MS);
afterAll(async () => {
  try {
    if (!product) return;
    expect(await problemsOfOwnTrips(product.platform)).toEqual([]);
    const { entries } = await readBooks(product.platform);
    expect((await checkTrips(product.platform, entries)).findings).toEqual([]);
    expect(await checkBonus(product.platform, entries)).toEqual([]);
    const day = { partnerId: 'bawei', day: '2026-11-09', cursor: null };
    expect((await reconcilePage(product.platform, day)).mismatches).toEqual([]);
  } finally {
    await product?.stop();
  }
});

let people = 0;
const morning = at('2026-11-09T08:00:00');

async function rider() {
  people += 1;
  const [openid, card] = [`o-scheme-${people}`, `scheme-card-${people}`];
  return { openid, card, uid: await partner.riderWithCard(openid, card) };
}
async function riderWithRide() {
  const one = await rider();
  const ticketId = `T-${one.card}`;
  await partner.rides([shortRide(ticketId, one.card, morning)]);
  const [trip] = await product.platform.database.find(trips, { where: { uid: one.uid }, limit: 1 });
  return { ...one, ticketId, tripId: trip!._id };
}
const tripOf = (tripId: string): Promise<Trip | null> => product.platform.database.get(trips, tripId);
const declare = (openid: string, tripId: string, requestId?: string) =>
  product.data(
    openid,
    'schemes.declare',
    { tripId, scheme: 'ant-forest' },
    requestId === undefined ? {} : { requestId },
  );
const revoke = (openid: string, tripId: string) => product.data(openid, 'schemes.revoke', { tripId });
async function balanceOf(openid: string): Promise<[carbon: number, bonus: number, debt: number]> {
  const { carbon, bonus } = (await product.data(openid, 'ledger.balance', {})).balance;
  return [carbon.available, bonus.available, carbon.debt + bonus.debt];
}

describe('a signed ride that is claimed elsewhere', () => {
  test('says before what it changes, gives its carbon back, and comes back when that is revoked', async () => {
    const { openid, uid, tripId } = await riderWithRide();
    const preview = await product.data(openid, 'schemes.preview', { tripId });
    expect(preview).toMatchObject({ state: 'open', grams: SHORT_RIDE_GRAMS, bonus: 0, owed: 0 });
    const { claim } = await declare(openid, tripId, 'declare-once');
    expect(claim).toMatchObject({ state: 'claimed', isSigned: true, grams: SHORT_RIDE_GRAMS, mode: 'metro' });
    expect(await declare(openid, tripId, 'declare-once')).toEqual({ claim });
    expect(await declare(openid, tripId)).toEqual({ claim });
    expect(await balanceOf(openid)).toEqual([0, 0, 0]);
    const day = await product.platform.database.get(riderDays, `${uid}:2026-11-09`);
    expect(day).toMatchObject({ trips: [{ tripId, elsewhere: true }], gramsBySource: { partner: 0 } });
    expect((await product.data(openid, 'rides.list', {})).trips).toMatchObject([{ state: 'elsewhere' }]);
    expect(await product.data(openid, 'schemes.preview', { tripId })).toMatchObject({ state: 'claimed' });

    expect(await revoke(openid, tripId)).toMatchObject({ creditedGrams: SHORT_RIDE_GRAMS, paidBonus: 0 });
    expect(await revoke(openid, tripId)).toMatchObject({ claim: { state: 'revoked' }, creditedGrams: 0 });
    expect(await balanceOf(openid)).toEqual([SHORT_RIDE_GRAMS, 0, 0]);
    expect(await tripOf(tripId)).toMatchObject({ state: 'credited', entryKey: `${tripId}#2` });
    const { claims } = await product.data(openid, 'schemes.list', {});
    expect(claims).toMatchObject([{ tripId, state: 'revoked' }]);

    await declare(openid, tripId);
    await revoke(openid, tripId);
    expect(await balanceOf(openid)).toEqual([SHORT_RIDE_GRAMS, 0, 0]);
    expect(await tripOf(tripId)).toMatchObject({ entryKey: `${tripId}#3` });
  });

  test('keeps its time: neither another ride nor an own trip is paid for it', async () => {
    const { openid, uid, card, tripId } = await riderWithRide();
    await declare(openid, tripId);
    const again = await partner.rides([shortRide(`again-${card}`, card, morning)]);
    expect(again).toMatchObject({ accepted: 0, rejected: [{ code: 'OVERLAPS' }] });
    const own = await payOwnTrip(product.platform, uid, bikeTrip(morning));
    expect(own).toMatchObject({ state: 'refused', reasons: [{ code: 'ELSEWHERE' }], metBy: { tripId } });
    expect(await balanceOf(openid)).toEqual([0, 0, 0]);
  });

  test('that its partner reverses is over: nothing is taken back twice, and nothing comes back', async () => {
    const { openid, uid, tripId, ticketId } = await riderWithRide();
    await declare(openid, tripId);
    expect((await partner.post('reversals', { ticketId, reason: '退票' })).body).toMatchObject({
      reversed: true,
    });
    expect(await balanceOf(openid)).toEqual([0, 0, 0]);
    const day = await product.platform.database.get(riderDays, `${uid}:2026-11-09`);
    expect(day?.trips).toEqual([]);
    const answer = await product.call(openid, 'schemes.revoke', { tripId });
    expect(answer).toMatchObject({ ok: false, error: { code: 'OVERTAKEN' } });
  });

  test('and then reversed pays again what it had replaced, and ends its declaration in words', async () => {
    const { openid, uid, card } = await rider();
    const own = await payOwnTrip(product.platform, uid, bikeTrip(morning));
    const ticketId = `T-${card}`;
    await partner.rides([shortRide(ticketId, card, morning)]);
    const [trip] = await product.platform.database.find(trips, { where: { uid }, limit: 1 });
    await declare(openid, trip!._id);
    await partner.post('reversals', { ticketId, reason: '退票' });
    expect(await balanceOf(openid)).toEqual([0, own.bonus, 0]);
    expect(await product.platform.database.get(ownTrips, own._id)).toMatchObject({
      state: 'paid',
      replaced: null,
    });
    const { claims } = await product.data(openid, 'schemes.list', {});
    expect(claims).toMatchObject([{ tripId: trip!._id, state: 'reversed' }]);
    const [notice] = (await product.data(openid, 'inbox.list', { limit: 1 })).notices;
    expect(notice).toMatchObject({ template: 'trip-reversed', parameters: { grams: 0, was: 'elsewhere' } });
    const answer = await product.call(openid, 'schemes.revoke', { tripId: trip!._id });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'OVERTAKEN', details: { reason: expect.stringContaining('已被运营方撤销') } },
    });
    expect(
      await product.call(openid, 'schemes.declare', { tripId: trip!._id, scheme: 'other' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'OVERTAKEN' },
    });
  });

  test('can be reversed by its partner after it came back', async () => {
    const { openid, tripId, ticketId } = await riderWithRide();
    await declare(openid, tripId);
    await revoke(openid, tripId);
    await partner.post('reversals', { ticketId, reason: '退票' });
    expect(await balanceOf(openid)).toEqual([0, 0, 0]);
    expect(await tripOf(tripId)).toMatchObject({ state: 'reversed' });
  });
});

test('declared, revoked and taken back at once, a ride is in one state, and so is what it had replaced', async () => {
  const { openid, uid, card } = await rider();
  const own = await payOwnTrip(product.platform, uid, bikeTrip(morning));
  const ticketId = `T-${card}`;
  await partner.rides([shortRide(ticketId, card, morning)]);
  const [trip] = await product.platform.database.find(trips, { where: { uid }, limit: 1 });
  const tripId = trip!._id;
  const input = { tripId, scheme: 'other' as const };
  await Promise.all([
    product.call(openid, 'schemes.declare', input),
    product.call(openid, 'schemes.revoke', { tripId }),
    product.call(openid, 'schemes.declare', input),
    partner.post('reversals', { ticketId, reason: '退票' }),
    product.call(openid, 'schemes.declare', { ...input, tripId: own._id }),
    partner.post('reversals', { ticketId, reason: '退票' }),
  ]);
  expect(await tripOf(tripId)).toMatchObject({ state: 'reversed' });
  const left = await product.platform.database.get(ownTrips, own._id);
  const [carbon, bonus, debt] = await balanceOf(openid);
  expect([carbon, debt]).toEqual([0, 0]);
  // The own trip was declared before the ride was taken back, or is paid again.
  expect(bonus).toBe(left!.state === 'elsewhere' ? 0 : own.bonus);
});

describe('an own trip that is claimed elsewhere', () => {
  test('gives its bonus back, stays against a signed ride, and is paid again when that is revoked', async () => {
    const { openid, uid, card } = await rider();
    const own = await payOwnTrip(product.platform, uid, bikeTrip(morning));
    const tripId = own._id;
    expect(await product.data(openid, 'schemes.preview', { tripId })).toMatchObject({ bonus: 50, grams: 0 });
    await declare(openid, tripId);
    expect(await balanceOf(openid)).toEqual([0, 0, 0]);
    const signed = await partner.rides([shortRide(`signed-${card}`, card, morning)]);
    expect(signed).toMatchObject({ rejected: [{ code: 'OVERLAPS' }] });
    expect(await revoke(openid, tripId)).toMatchObject({ creditedGrams: 0, paidBonus: 50 });
    expect(await balanceOf(openid)).toEqual([0, 50, 0]);
    expect(await product.platform.database.get(ownTrips, tripId)).toMatchObject({
      state: 'paid',
      payments: 2,
    });
    const later = await partner.rides([shortRide(`signed-${card}`, card, morning)]);
    expect(later).toMatchObject({ accepted: 1 });
    expect(await balanceOf(openid)).toEqual([SHORT_RIDE_GRAMS, 50 - SHORT_RIDE_GRAMS, 0]);
  });
});

describe('an own trip that a ride has taken a part of', () => {
  const half = (grams: number): number => Math.floor(grams / 2);
  async function replacedInPart(distanceMetres: number) {
    const one = await rider();
    const hour = { toMs: morning + 60 * MINUTE_MS, distanceMetres };
    const own = await payOwnTrip(product.platform, one.uid, bikeTrip(morning, hour));
    expect(own.bonus).toBe(half(bikeGrams(distanceMetres)));
    await partner.rides([shortRide(`part-${one.card}`, one.card, morning)]);
    const takeRideBack = () => partner.post('reversals', { ticketId: `part-${one.card}`, reason: '退票' });
    return { ...one, own, takeRideBack };
  }

  test('gives back what all its entries have paid, and gets as much again', async () => {
    const { openid, own, takeRideBack } = await replacedInPart(20_000);
    await takeRideBack();
    expect(await balanceOf(openid)).toEqual([0, own.bonus, 0]);
    const { claim } = await declare(openid, own._id);
    expect(claim).toMatchObject({ bonus: own.bonus });
    expect(await balanceOf(openid)).toEqual([0, 0, 0]);
    expect(await revoke(openid, own._id)).toMatchObject({ paidBonus: own.bonus });
    expect(await balanceOf(openid)).toEqual([0, own.bonus, 0]);
  });

  test('and that is not paid again by reason of a cap gives back no more than it has kept', async () => {
    const { openid, uid, own, takeRideBack } = await replacedInPart(20_000);
    const kept = own.bonus - SHORT_RIDE_GRAMS;
    const evening = at('2026-11-09T18:00:00');
    const other = await payOwnTrip(product.platform, uid, bikeTrip(evening, { distanceMetres: 20_000 }));
    expect(kept + other.bonus).toBe(defaultOwnTripCaps['bike-track']!.dayBonusCap);
    await takeRideBack();
    const { claim } = await declare(openid, own._id);
    expect(claim).toMatchObject({ bonus: kept });
    expect(await balanceOf(openid)).toEqual([0, other.bonus, 0]);
    expect(await product.platform.database.get(ownTrips, own._id)).toMatchObject({ bonus: 0 });
  });

  test('is taken back by staff as a whole as well', async () => {
    const { openid, uid, own, takeRideBack } = await replacedInPart(20_000);
    await takeRideBack();
    const { entryKey } = (await product.platform.database.get(ownTrips, own._id))!;
    const payload = { entryKey: entryKey!, uid, tripId: null, agreeing: 2 };
    const context = { approvalId: 'a', requesterId: 'r', deciderIds: ['d'], nowMs: product.cloud.nowMs() };
    await product.platform.database.transact(transaction =>
      booksReversalKind.effect(transaction, product.platform, payload, context),
    );
    expect(await balanceOf(openid)).toEqual([0, 0, 0]);
    const [notice] = (await product.data(openid, 'inbox.list', { limit: 1 })).notices;
    expect(notice).toMatchObject({ template: 'entry-reversed', parameters: { amount: own.bonus } });
  });
});

test.each([
  ['somebody else’s', 'NOT_FOUND', async (): Promise<string> => (await riderWithRide()).tripId],
  ['one that is not there', 'NOT_FOUND', async (): Promise<string> => 'trip:bawei:none'],
  ['an own trip that is not there', 'NOT_FOUND', async (): Promise<string> => 'own:bike-track:x:none'],
] as const)('%s cannot be declared: %s', async (_name, code, tripIdOf) => {
  const { openid } = await rider();
  const answer = await product.call(openid, 'schemes.declare', { tripId: await tripIdOf(), scheme: 'other' });
  expect(answer).toMatchObject({ ok: false, error: { code } });
});

test('a trip that pays nothing cannot be declared', async () => {
  const { openid, uid } = await rider();
  const { _id: tripId } = await payOwnTrip(product.platform, uid, bikeTrip(morning, { distanceMetres: 10 }));
  expect(await product.data(openid, 'schemes.preview', { tripId })).toMatchObject({ state: 'closed' });
  const answer = await product.call(openid, 'schemes.declare', { tripId, scheme: 'other' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'OVERTAKEN' } });
});
