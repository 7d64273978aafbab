import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';

let city: City;
beforeAll(async () => {
  city = await startCity();
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

const bonus = async (openid: string) =>
  (await city.product.data(openid, 'ledger.balance', {})).balance.bonus.available;

/** Agrees on the page; WeChat's own two questions come after it. */
async function agree(phone: Phone, allow: 'accept' | 'refuse'): Promise<void> {
  await phone.part('fourteen').click();
  await phone.part('agree').click();
  await phone.shell('privacy-accept').click();
  await phone.shell(`authorize-${allow}`).click();
}

test('somebody finds walking among the ways, is paid a month, walks on, and stops', async () => {
  await city.product.signedInRider('walker', { consent: true });
  const phone = await city.open('walker', { route: '/packages/earning/ways/ways' });
  await phone.tap(/^走路，/);
  await phone.arrives('步数');
  await phone.tap('未满 14 周岁怎么办');
  await phone.sees('这里暂不能开启，也不会读取');
  await agree(phone, 'accept');
  await phone.part('paid').waitFor();
  expect(await phone.part('day').count()).toBe(7);
  const month = await bonus('walker');
  expect(month).toBeGreaterThan(3_000);
  await phone.tap(/全部 31 天$/);
  await phone.part('day').nth(30).waitFor();

  // The panel's person walks on to 20,000 steps; the page looks when it is shown again.
  await phone.shell('steps-2').click();
  await phone.show('/packages/trips/statement/statement');
  await phone.sees('步数奖励');
  await phone.show('/packages/steps/steps/steps');
  await phone.sees('刚入账 128 积分。');
  await phone.sees('今天到上限了，明天再走');
  // Backwards nothing is taken back.
  await phone.shell('steps-0').click();
  await phone.show('/packages/steps/steps/steps');
  await phone.sees('微信里有 1 天的步数变少了');
  expect(await bonus('walker')).toBe(month + 128);

  await phone.part('stop').click();
  await phone.shell('modal-confirm').click();
  await phone.part('agree').waitFor();
  expect((await city.product.data('walker', 'steps.read', {})).days).toEqual([]);
});

test('whom WeChat refuses its steps is led to the setting that allows them', async () => {
  await city.product.signedInRider('refuser', { consent: true });
  const phone = await city.open('refuser', { route: '/packages/steps/steps/steps' });
  await agree(phone, 'refuse');
  await phone.sees('微信没有允许读取步数');
  await phone.part('setting').click();
  await phone.shell('setting-scope.werun').check();
  await phone.shell('settings-close').click();
  await phone.part('paid').waitFor();
  expect(await bonus('refuser')).toBeGreaterThan(0);
});

test('without the guideline the page says what comes first', async () => {
  const phone = await city.open('newcomer', { bare: true, route: '/packages/steps/steps/steps' });
  await phone.part('guideline').click();
  await phone.arrives('隐私保护指引');
});
