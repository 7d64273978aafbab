import { PartnerClient, shortRide } from '../support/partner';
import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';

const MINUTE_MS = 60_000;
const PLANS = '/packages/plans/plans/plans';
let city: City;
let partner: PartnerClient;

beforeAll(async () => {
  city = await startCity();
  partner = new PartnerClient(city.product);
  await partner.riderWithCard('planner', 'planner-card');
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

/** Writes a station's name, and takes the first that is found. */
async function choose(phone: Phone, end: 'from' | 'to', station: string): Promise<void> {
  await phone.part(end).click();
  await phone.part('written').locator('input').fill(station);
  await phone.part('station').first().click();
}

test('a rider keeps a place, compares, plans, rides, and sees the plan made true', async () => {
  const phone = await city.open('planner', { bare: true, route: PLANS });
  await phone.sees('还没有计划');
  await choose(phone, 'from', '罗湖');
  await phone.part('kind-home').click();
  await phone.part('agree').click();
  await phone.part('save').click();
  await phone.arrives('低碳出行计划');
  await choose(phone, 'to', '国贸');
  await phone.part('use').click();
  await phone.part('option-metro').waitFor();
  expect(await phone.part('option-metro').getAttribute('aria-checked')).toBe('true');
  await phone.part('keep').click();
  await phone.sees('等行程核验');

  const fromMs = city.product.cloud.nowMs();
  await city.product.advanceClock(6 * MINUTE_MS);
  await partner.rides([shortRide('planned', 'planner-card', fromMs)]);
  await phone.part('check').click();
  await phone.sees('做到了');
  expect((await city.product.data('planner', 'ledger.balance', {})).balance.bonus.available).toBe(20);

  await phone.part('from').click();
  await phone.part('favourite').waitFor();
  await phone.part('forget').click();
  await phone.part('favourite').waitFor({ state: 'detached' });
  expect((await city.product.data('planner', 'plans.places', {})).places).toEqual([]);
});
