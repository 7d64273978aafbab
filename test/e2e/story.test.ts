import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import { agree, bindCard, walkThroughOnboarding } from './steps';

let city: City;

beforeAll(async () => {
  city = await startCity();
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

test('a newcomer agrees, learns, binds a card, rides, collects, and sees where each gram comes from', async () => {
  const phone = await city.open('story-rider');
  const home = phone.app.locator('wx-page:not([hidden])');
  await phone.part('start').click();
  await agree(phone);
  await walkThroughOnboarding(phone);
  await bindCard(phone);
  await phone.tap('回到首页');
  await phone.sees('乘车卡已绑定');
  await home.evaluate(page => page.scrollTo(0, page.scrollHeight));

  // Nothing is tapped: home finds out by itself.
  expect(await phone.operator('ride')).toContain('已入账');
  const bubble = phone.part('bubble');
  await bubble.waitFor();
  expect(await home.evaluate(page => page.scrollTop)).toBe(0);
  const [amount = ''] = (await bubble.innerText()).split('\n');
  const grams = Number(amount.replace(/\D/g, ''));
  expect(grams).toBeGreaterThan(0);
  await bubble.click();
  await bubble.waitFor({ state: 'detached' });

  await phone.part('balance').click();
  await phone.arrives('明细');
  expect(await phone.part('line').innerText()).toContain(`+${grams.toLocaleString('en-US')}`);
  await phone.part('line').click();
  await phone.arrives('怎么来的');
  expect(await phone.part('verdict').innerText()).toContain('本机重算一致');

  const { balance } = await city.product.data('story-rider', 'ledger.balance', {});
  expect(balance.carbon.available).toBe(grams);
});
