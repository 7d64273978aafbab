import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';
import { bindCard } from './steps';

let city: City;
beforeAll(async () => {
  city = await startCity();
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

const reminders = '/packages/inbox/reminders/reminders';

/** The operator confirms the card that the panel's rides are made with. */
async function bound(openid: string): Promise<void> {
  await city.product.signedInRider(openid, { consent: true });
  const { code } = await city.product.data(openid, 'bindings.createCode', {});
  const response = await city.product.http('/operator/bindings', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid, bindCode: code }),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** Opens home and collects what the first ride has brought. */
async function collects(openid: string): Promise<Phone> {
  await bound(openid);
  const phone = await city.open(openid);
  await phone.operator('ride');
  await phone.part('bubble').first().click();
  return phone;
}

test('whoever collects a ride allows one message, the next ride brings it, and a tap opens what it tells of', async () => {
  const phone = await collects('asker');
  await phone.part('offer-accept').click();
  await phone.shell('subscribe-accept').waitFor();
  expect(await phone.page.locator('.sheet-row').innerText()).toContain('行程入账通知');
  await phone.shell('subscribe-accept').click();
  await phone.sees('好，下次入账时提醒您一次。');
  await phone.show('/pages/me/me');
  await phone.sees('还可提醒 1 次');
  await phone.shell('service-messages').filter({ hasText: '在小程序里允许' }).waitFor();

  // A short way: the clock walks to its end, and runs the timers meanwhile.
  await phone.shell('ride-from').fill('罗湖');
  await phone.shell('ride-to').fill('国贸');
  await phone.operator('ride');
  await phone.shell('clock-timer').click();
  await phone.shell('service-banner').filter({ hasText: '行程入账通知' }).waitFor();
  expect(await phone.shell('service-message').innerText()).toMatch(/→[\s\S]*减排克数\s*\d+[\s\S]*乘车时间/);
  await phone.shell('service-message').click();
  await phone.arrives('怎么来的');
  await phone.show(reminders);
  await phone.sees('没有开启');
});

test('who has bound a card and refuses in WeChat’s window is not asked again, and can ask for it himself', async () => {
  await city.product.signedInRider('refuser', { consent: true });
  const phone = await city.open('refuser', { route: '/packages/cards/bind/bind' });
  await bindCard(phone);
  await phone.part('offer-accept').click();
  await phone.shell('subscribe-refuse').click();
  await phone.sees('没有开启。想要的时候');
  expect((await city.product.data('refuser', 'subscriptions.read', {})).messages[0]?.mayOffer).toBe(false);

  await phone.show(reminders);
  await phone.part('ask').first().click();
  await phone.shell('subscribe-accept').click();
  await phone.sees('还可提醒 1 次');
  await phone.part('stop').click();
  await phone.sees('已经停止');
  expect((await city.product.data('refuser', 'subscriptions.read', {})).messages[0]?.left).toBe(0);

  await phone.shell('subscriptions').uncheck();
  await phone.part('ask').first().click();
  await phone.sees('总开关关着');
  await phone.part('setting').waitFor();
});
