import { bikeTrip, MINUTE_MS, payOwnTrip } from '../cloudfunctions/domain/own-trips/own-trip';
import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';

let city: City;
beforeAll(async () => {
  city = await startCity();
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

test('an own trip stands beside the signed ones, says how it was paid, and can be claimed elsewhere and back', async () => {
  const { product } = city;
  const uid = await product.signedInRider('own-rider', { consent: true });
  const nowMs = product.cloud.nowMs();
  await payOwnTrip(product.platform, uid, bikeTrip(nowMs - 60 * MINUTE_MS));
  await payOwnTrip(product.platform, uid, bikeTrip(nowMs - 55 * MINUTE_MS));
  const bonus = async () => (await product.data('own-rider', 'ledger.balance', {})).balance.bonus.available;
  const phone = await city.open('own-rider', { bare: true, route: '/pages/trips/trips' });
  await phone.part('segment-own').click();
  const rows = phone.part('own-trip');
  await rows.first().waitFor();
  expect(await rows.allInnerTexts()).toEqual([
    expect.stringContaining('未入账'),
    expect.stringContaining('+50'),
  ]);
  await rows.last().click();
  await phone.arrives('自己记录的出行');
  expect(await phone.part('amount').innerText()).toBe('+50');
  await phone.part('claim').click();
  await phone.arrives('一次出行只算一次');
  await phone.sees('会从账户退出');
  await phone.part('scheme-ant-forest').click();
  await phone.part('declare').click();
  await phone.part('revoke').waitFor();
  expect(await bonus()).toBe(0);
  await phone.part('revoke').click();
  await phone.sees('已撤销声明');
  expect(await bonus()).toBe(50);
});
