import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';
import { giveBonus } from './seed-credits';

const MINUTE_MS = 60_000;
let city: City;

beforeAll(async () => {
  city = await startCity();
  await giveBonus(city.product, 'giver', 120, 0);
  await giveBonus(city.product, 'giver', 1_400);
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

const openFund = async (phone: Phone): Promise<void> => {
  await phone.part('fund').first().click();
  await phone.arrives('捐给项目');
  await phone.part('give').waitFor();
};
const bonus = async () => (await city.product.data('giver', 'ledger.balance', {})).balance.bonus;

test('credits that end soon are told, given with what ends first, taken back, given again and gone for good', async () => {
  // The job of the morning tells of what ends this month.
  await city.product.advanceClock(30 * MINUTE_MS);
  const phone = await city.open('giver');
  await phone.show('/packages/inbox/notices/notices');
  await phone.sees('120 积分快到期了');
  await phone.tap('去捐出积分');
  await phone.arrives('捐出积分');
  await phone.sees('本月底到期 120');

  await openFund(phone);
  expect(await phone.part('example').innerText()).toContain('没有和任何机构签约');
  expect(await phone.part('amount').innerText()).toBe('100');
  await phone.tap('多捐 100');
  expect((await phone.part('taken').innerText()).replace(/\s+/g, ' ')).toContain(
    '奖励，本月底到期 120 奖励，2028年11月底到期 80',
  );
  await phone.part('give').click();
  await phone.part('held').waitFor();
  await phone.sees(/还有 (30 分 0|29 分 \d+) 秒可以反悔/);
  expect(await bonus()).toMatchObject({ available: 1_320, held: 200 });

  await phone.part('take-back').click();
  await phone.arrives('捐出积分');
  await phone.sees('已反悔，退回账户');
  expect(await bonus()).toMatchObject({ available: 1_520, held: 0 });
});

test('what is not taken back in time is given by the job, told, and gone for good', async () => {
  const phone = await city.open('giver', { bare: true, route: '/packages/giving/funds/funds' });
  await openFund(phone);
  await phone.tap('捐 全部');
  await phone.part('give').click();
  await phone.part('held').waitFor();
  await phone.tap('好了');
  await phone.arrives('捐出积分');
  await phone.part('take-back').waitFor();
  await city.product.advanceClock(40 * MINUTE_MS);
  await phone.show('/packages/inbox/notices/notices');
  await phone.sees('您的捐赠已送出');
  await phone.tap('看捐赠记录');
  await phone.sees('已送出');
  expect(await phone.part('take-back').count()).toBe(0);
  expect(await bonus()).toMatchObject({ available: 0, held: 0 });
});

test('an answer that is lost on the way costs no credit twice', async () => {
  await giveBonus(city.product, 'unlucky', 300);
  const phone = await city.open('unlucky', {
    bare: true,
    route: '/packages/giving/donation/donation?fundId=example-planting',
  });
  await phone.part('give').waitFor();
  await phone.network('off');
  await phone.part('give').click();
  await phone.page.getByText('网络没有连上').first().waitFor();
  await phone.network('on');
  await phone.part('give').click();
  await phone.part('held').waitFor();
  const { donations } = await city.product.data('unlucky', 'ledger.donations', { limit: 5 });
  expect(donations).toHaveLength(1);
});
