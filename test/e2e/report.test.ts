import { plantPerson } from '../cloudfunctions/functions/staff/people';
import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';

let city: City;
beforeAll(async () => {
  city = await startCity();
  await city.product.signedInRider('declarer', { consent: true });
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

const bonus = async (): Promise<number> =>
  (await city.product.data('declarer', 'ledger.balance', {})).balance.bonus.available;

async function choosePicture(phone: Phone): Promise<void> {
  await phone.part('choose').click();
  await phone.shell('privacy-accept').click();
  await phone.shell('pictures-drawn').click();
  await phone.labelled('选好的截图').waitFor();
}

async function fillEnds(phone: Phone): Promise<void> {
  for (const [label, typed] of [
    ['起点', '车公庙'],
    ['终点', '布吉'],
  ] as const) {
    await phone.fill(label, typed);
  }
}

test('a trip is declared in the browser, checked by WeChat, approved in the console, and paid', async () => {
  const phone = await city.open('declarer', { route: '/packages/report/reports/reports' });
  await phone.sees('还没有申报过');
  await phone.part('declare').click();
  await phone.arrives('申报一次出行');
  // What is missing is said at its place, and nothing is lost.
  await phone.part('send').click();
  await phone.sees('请选择这次出行的截图');
  await fillEnds(phone);
  await choosePicture(phone);
  await phone.part('agree').click();
  await phone.part('send').click();
  await phone.arrives('申报的出行');
  await phone.sees('等待审核');
  // What is waited for can be told in WeChat.
  await phone.part('offer-accept').click();
  await phone.shell('subscribe-accept').click();
  await phone.sees('好，审核完会提醒您。');

  const { openid } = await plantPerson(city.product.platform, { roleIds: ['customer-service'] });
  const desk = await city.open(openid, { route: '/packages/staff/declared/declared' });
  await desk.part('report').first().click();
  await desk.arrives('核对申报');
  await desk.part('picture').waitFor();
  await desk.part('approve').click();
  await desk.fill('核对说明', '站名和时间一致');
  await desk.tap('通过并发放');
  await desk.sees('这份申报已经有结果了');
  expect(await bonus()).toBeGreaterThan(0);

  await phone.show('/packages/report/reports/reports');
  await phone.sees('已通过');
  await phone.shell('clock-timer').click();
  await phone.shell('service-message').filter({ hasText: '申报审核结果通知' }).click();
  await phone.arrives('申报的出行');
});
