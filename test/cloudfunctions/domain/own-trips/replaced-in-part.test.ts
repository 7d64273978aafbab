import { newRiderToken, riderTokens } from '../../../../cloudfunctions/domain/bindings';
import { closeUser, readBalance, userAccount } from '../../../../cloudfunctions/domain/ledger';
import type { OwnTrip } from '../../../../cloudfunctions/domain/own-trips';
import { ownTrips } from '../../../../cloudfunctions/domain/own-trips/store';
import { personalParts, recordRides, reverseRide } from '../../../../cloudfunctions/domain/rides';
import { trips } from '../../../../cloudfunctions/domain/rides/store';
import { checkBonus } from '../../../../cloudfunctions/domain/verification/check-bonus';
import { problemsOfOwnTrips } from '../../../support/audit-own-trips';
import { problemsOf, readBooks } from '../../../support/audit-rides';
import { SHORT_RIDE_GRAMS, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { at, bikeTrip, MINUTE_MS, payOwnTrip } from './own-trip';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(async () => {
  if (product) {
    const books = await readBooks(product.platform);
    expect(problemsOf(books)).toEqual([]);
    expect(await checkBonus(product.platform, books.entries)).toEqual([]);
    expect(await problemsOfOwnTrips(product.platform)).toEqual([]);
  }
  await product?.stop();
});

const morning = at('2026-11-09T08:00:00');
const minute = (after: number): number => morning + after * MINUTE_MS;

let people = 0;
async function newRider(): Promise<{ uid: string; card: string }> {
  people += 1;
  const [uid, card] = [product.platform.randomId(), `card-${people}`];
  const token = newRiderToken(product.platform, { partnerId: 'bawei', riderToken: card });
  await product.platform.database.add(riderTokens, { ...token, uid, boundAtMs: product.cloud.nowMs() });
  return { uid, card };
}
const send = (ticketId: string, card: string, fromMs: number) =>
  recordRides(product.platform, {
    partner: { partnerId: 'bawei', city: 'shenzhen', modes: ['metro'] },
    rides: [shortRide(ticketId, card, fromMs)],
    deadlineMs: product.cloud.nowMs() + 60_000,
  });
const reverse = (ticketId: string) =>
  reverseRide(product.platform, { partnerId: 'bawei', ticketId, reason: '退票' });
async function balanceOf(uid: string): Promise<[carbon: number, bonus: number]> {
  const { carbon, bonus } = await readBalance(product.platform, userAccount(uid));
  return [carbon.available - carbon.debt, bonus.available - bonus.debt];
}
const ownTrip = (id: string): Promise<OwnTrip | null> => product.platform.database.get(ownTrips, id);
/** An hour by bicycle; 101 g of it, by which it pays 50, are less than what two short rides pay. */
const hour = (uid: string, distanceMetres: number) =>
  payOwnTrip(product.platform, uid, bikeTrip(morning, { toMs: minute(60), distanceMetres }));
/** Pays more than a short ride and less than two. */
const MIDDLE_METRES = Math.ceil((SHORT_RIDE_GRAMS * 3 * 1_000) / 33.88);

describe('an own trip that is longer than the ride in it', () => {
  test('gives its rest to the next ride in it', async () => {
    const { uid, card } = await newRider();
    const own = await hour(uid, MIDDLE_METRES);
    expect(own.bonus).toBeGreaterThan(SHORT_RIDE_GRAMS);
    expect(own.bonus).toBeLessThan(2 * SHORT_RIDE_GRAMS);
    await send('P-first', card, minute(10));
    expect(await balanceOf(uid)).toEqual([SHORT_RIDE_GRAMS, own.bonus - SHORT_RIDE_GRAMS]);
    await send('P-second', card, minute(30));
    expect(await balanceOf(uid)).toEqual([2 * SHORT_RIDE_GRAMS, 0]);
    expect(await ownTrip(own._id)).toMatchObject({
      state: 'replaced',
      bonus: 0,
      replaced: { takenBackBonus: own.bonus, waivedBonus: 0 },
    });
    await reverse('P-first');
    expect(await balanceOf(uid)).toEqual([SHORT_RIDE_GRAMS, 0]);
    await reverse('P-second');
    expect(await balanceOf(uid)).toEqual([0, own.bonus]);
    expect(await ownTrip(own._id)).toMatchObject({ state: 'paid', bonus: own.bonus, replaced: null });
  });

  test('keeps its time for as long as it keeps credits', async () => {
    const { uid, card } = await newRider();
    const own = await hour(uid, 20_000);
    await send('P-time', card, minute(10));
    const again = await payOwnTrip(product.platform, uid, bikeTrip(minute(40)));
    expect(again).toMatchObject({ state: 'refused', reasons: [{ code: 'OVERLAPS' }] });
    expect(await balanceOf(uid)).toEqual([SHORT_RIDE_GRAMS, own.bonus - SHORT_RIDE_GRAMS]);
    await reverse('P-time');
    expect(await balanceOf(uid)).toEqual([0, own.bonus]);
  });
});

test('a forgotten rider’s rides do not say whose own trips they have replaced', async () => {
  const { uid, card } = await newRider();
  await hour(uid, 1_000);
  await send('P-forgotten', card, minute(10));
  const { _id } = (await product.platform.database.find(trips, { where: { uid }, limit: 1 }))[0]!;
  const [part] = personalParts;
  expect(await part!.forget!(product.platform, uid, product.cloud.nowMs() + 60_000)).toBe(true);
  const left = await product.platform.database.get(trips, _id);
  expect(left).toMatchObject({ state: 'credited', creditedGrams: SHORT_RIDE_GRAMS });
  expect(JSON.stringify(left)).not.toContain(uid);
});

test('a ride of an account that is closed, but not forgotten yet, can still be taken back', async () => {
  const { uid, card } = await newRider();
  await hour(uid, 3_000);
  await send('P-closed', card, minute(10));
  await closeUser(product.platform, userAccount(uid), {
    parametersVersion: 1,
    nowMs: product.cloud.nowMs(),
    answer: () => null,
  });
  expect(await reverse('P-closed')).toEqual({ reversed: true, waiting: false, duplicate: false });
});
