import { readStationKey } from '../../../../local/demo/folder/station-key';
import { EndpointClock } from '../../../../local/demo/http/endpoint-clock';
import { rideByTicket } from '../../../../local/demo/stations/ride-by-ticket';
import { readStationPlaces } from '../../../../local/demo/stations/station-places';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const DAYS = Array.from({ length: 13 }, (_, index) => `2026-11-${String(10 + index).padStart(2, '0')}`);
const until = (day: string) => Date.parse(`${day}T22:02:00+08:00`);

test('a demo rider buys a ticket, scans the posters and is paid once, however often it is played', async () => {
  const url = product.cloud.url;
  const world = {
    url,
    clock: new EndpointClock(url),
    key: readStationKey(product.dataFolder),
    places: readStationPlaces(process.cwd()),
    days: DAYS,
  };
  await product.signedInRider('demo-tourist-001', { consent: true });
  // Nobody rides on that day, and whoever has not joined does not either.
  await rideByTicket({ ...world, days: DAYS.slice(1) }, until('2026-11-10'));
  await rideByTicket(world, until('2026-11-10'));
  const { balance } = await product.data('demo-tourist-001', 'ledger.balance', {});
  expect(balance.bonus.available).toBeGreaterThan(0);
  await rideByTicket(world, until('2026-11-10'));
  expect((await product.data('demo-tourist-001', 'ledger.balance', {})).balance).toEqual(balance);
  expect(product.cloud.nowMs()).toBeLessThan(until('2026-11-10'));
  await rideByTicket(world, until('2026-11-17'));
});
