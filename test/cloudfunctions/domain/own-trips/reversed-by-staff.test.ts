import { booksReversalKind } from '../../../../cloudfunctions/domain/books';
import { readBalance, userAccount } from '../../../../cloudfunctions/domain/ledger';
import { ownTrips } from '../../../../cloudfunctions/domain/own-trips/store';
import { problemsOfOwnTrips } from '../../../support/audit-own-trips';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { at, bikeTrip, payOwnTrip } from './own-trip';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

test('an own trip whose entry staff have taken back is paid no longer, and its time is free', async () => {
  const { platform } = product;
  const uid = platform.randomId();
  const morning = at('2026-11-09T08:00:00');
  const own = await payOwnTrip(platform, uid, bikeTrip(morning));
  const payload = { entryKey: own._id, uid, tripId: null, agreeing: 2 };
  const context = { approvalId: 'a', requesterId: 'r', deciderIds: ['d'], nowMs: product.cloud.nowMs() };
  const reverse = () =>
    platform.database.transact(transaction =>
      booksReversalKind.effect(transaction, platform, payload, context),
    );
  await reverse();
  expect(await platform.database.get(ownTrips, own._id)).toMatchObject({
    state: 'refused',
    bonus: 0,
    reasons: [{ code: 'REVERSED' }],
  });
  await expect(reverse()).rejects.toMatchObject({ code: 'OVERTAKEN' });
  expect(await payOwnTrip(platform, uid, bikeTrip(morning))).toMatchObject({ state: 'paid', bonus: 50 });
  const { bonus } = await readBalance(platform, userAccount(uid));
  expect([bonus.available, bonus.debt]).toEqual([50, 0]);
  expect(await problemsOfOwnTrips(platform)).toEqual([]);
});
