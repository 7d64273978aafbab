import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';

const MINUTE_MS = 60_000;
const PAGE = '/packages/station/trip/trip';
let city: City;

beforeAll(async () => {
  city = await startCity();
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

/** By the panel: the phone is carried to the station. */
async function goTo(phone: Phone, station: string): Promise<void> {
  await phone.shell('station-name').fill(station);
  await phone.shell('station-go').click();
  await phone
    .shell('station-answer')
    .filter({ hasText: `手机到了${station}` })
    .waitFor();
}

/** The button that opens the camera, then what the panel holds before it. */
async function scan(phone: Phone, button: 'scan-in' | 'scan-out', what: 'poster' | 'screen'): Promise<void> {
  await phone.part(button).click();
  await phone.shell('scan-input').waitFor();
  await phone.shell(`station-${what}`).click();
}

test('somebody who buys tickets scans a poster in, a screen out, and is paid half; a photograph at home pays nothing', async () => {
  await city.product.signedInRider('payer', { consent: true });
  const phone = await city.open('payer', { route: PAGE });
  await phone.part('agree').click();
  await goTo(phone, '布吉');
  await scan(phone, 'scan-in', 'poster');
  // WeChat's own two questions, the first time that a position is asked for.
  for (const question of ['privacy', 'authorize'] as const) await phone.shell(`${question}-accept`).click();
  await phone.part('riding').filter({ hasText: '布吉' }).waitFor();

  await phone.show('/pages/home/home');
  await phone.part('riding').filter({ hasText: '布吉 08:0' }).click();
  await phone.arrives('扫码乘车');

  await phone.page.evaluate(by => window.simulator?.clock.advance(by), 35 * MINUTE_MS);
  await phone.shell('station-name').fill('福田');
  await scan(phone, 'scan-out', 'poster');
  await phone.part('problem').filter({ hasText: '您离福田还有' }).waitFor();

  await goTo(phone, '福田');
  await scan(phone, 'scan-out', 'screen');
  const result = phone.part('result');
  await result.filter({ hasText: '出站了，已记上' }).waitFor();
  const { balance } = await city.product.data('payer', 'ledger.balance', {});
  expect(balance.bonus.available).toBeGreaterThan(0);
  expect(balance.carbon.available).toBe(0);
  expect(await result.innerText()).toContain(`+${balance.bonus.available}`);
  await phone.tap('看我的行程');
  await phone.sees('站点扫码 · 地铁');
});
