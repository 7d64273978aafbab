import { ownTrips } from '../../../../cloudfunctions/domain/own-trips/store';
import { riderDays } from '../../../../cloudfunctions/domain/rider-days';
import { type Trip, trips } from '../../../../cloudfunctions/domain/rides/store';
import { checkTrips } from '../../../../cloudfunctions/domain/verification/check-trips';
import { problemsOfOwnTrips } from '../../../support/audit-own-trips';
import { readBooks } from '../../../support/audit-rides';
import { PartnerClient, SHORT_RIDE_GRAMS, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { at, bikeTrip, payOwnTrip } from '../own-trips/own-trip';

let product: Product;
let partner: PartnerClient;
beforeAll(async () => {
  product = await startProduct();
  partner = new PartnerClient(product);
}, START_TIMEOUT_MS);
afterAll(async () => {
  if (product) {
    expect(await problemsOfOwnTrips(product.platform)).toEqual([]);
    const { entries } = await readBooks(product.platform);
    expect((await checkTrips(product.platform, entries)).findings).toEqual([]);
  }
  await product?.stop();
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

  test('can be reversed by its partner after it came back', async () => {
    const { openid, tripId, ticketId } = await riderWithRide();
    await declare(openid, tripId);
    await revoke(openid, tripId);
    await partner.post('reversals', { ticketId, reason: '退票' });
    expect(await balanceOf(openid)).toEqual([0, 0, 0]);
    expect(await tripOf(tripId)).toMatchObject({ state: 'reversed' });
  });
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
