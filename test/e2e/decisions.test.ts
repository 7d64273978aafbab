import { metroRide, PartnerClient } from '../support/partner';
import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';

const HOUR_MS = 3_600_000;

let city: City;
let partner: PartnerClient;

beforeAll(async () => {
  city = await startCity();
  partner = new PartnerClient(city.product);
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

async function cardsOf(openid: string): Promise<number> {
  return (await city.product.data(openid, 'bindings.list', {})).bindings.length;
}

async function hasConsented(openid: string): Promise<boolean> {
  return (await city.product.data(openid, 'riders.signIn', {})).consent.given;
}

/** Answers the question that the page asks, once it is asked. */
async function answer(phone: Phone, choice: 'cancel' | 'confirm'): Promise<void> {
  await phone.shell(`modal-${choice}`).click();
  await phone.shell('modal').waitFor({ state: 'detached' });
}

/** As a thumb does, from the top of what the page shows. */
async function pullDown(phone: Phone): Promise<void> {
  const box = await phone.app.locator('.page:visible').first().boundingBox();
  if (box === null) throw new Error('there is no page to pull');
  const [x, y] = [box.x + box.width / 2, box.y + 20];
  const { mouse } = phone.page;
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x, y + 200, { steps: 5 });
  await mouse.up();
}

test.each([
  { from: 'the cards', openid: 'parting-rider', route: '/packages/cards/cards/cards', label: /^解除/ },
  {
    from: 'the notice of a binding',
    openid: 'alarmed-rider',
    route: '/packages/inbox/notices/notices',
    label: /^不是我绑的/,
  },
])('a card is kept when the question is declined and unbound when it is confirmed, from $from', async one => {
  await partner.riderWithCard(one.openid, `card-of-${one.openid}`);
  const phone = await city.open(one.openid, { route: one.route });
  await phone.tap(one.label);
  await answer(phone, 'cancel');
  expect(await cardsOf(one.openid)).toBe(1);

  await phone.tap(one.label);
  await answer(phone, 'confirm');
  await phone.page.getByText('已解除绑定').waitFor();
  expect(await cardsOf(one.openid)).toBe(0);
});

test('consent is kept when the question is declined, withdrawn when confirmed, and can be given again', async () => {
  await city.product.signedInRider('wavering-rider', { consent: true });
  const phone = await city.open('wavering-rider', { route: '/packages/about/privacy/privacy' });
  await phone.tap('撤回同意');
  await answer(phone, 'cancel');
  expect(await hasConsented('wavering-rider')).toBe(true);

  await phone.tap('撤回同意');
  await answer(phone, 'confirm');
  await phone.sees('未同意');
  expect(await hasConsented('wavering-rider')).toBe(false);

  await phone.tap('阅读并同意指引');
  await phone.arrives('隐私保护指引');
  await phone.tap('同意并继续');
  await phone.shell('navigation-title').filter({ hasNotText: '隐私保护指引' }).waitFor();
  expect(await hasConsented('wavering-rider')).toBe(true);
});

test('pulled down, home shows the trip that has come in the meantime', async () => {
  await partner.riderWithCard('waiting-rider', 'card-of-waiting');
  const phone = await city.open('waiting-rider');
  await phone.sees(/^乘车卡已绑定/);
  const fromMs = city.product.cloud.nowMs() - 2 * HOUR_MS;
  await partner.rides([metroRide({ ticketId: 'ticket-meanwhile', riderToken: 'card-of-waiting', fromMs })]);
  expect(await phone.part('trip').count()).toBe(0);

  await pullDown(phone);
  await phone.part('trip').waitFor();
  await phone.app.locator('.simulator-pull-down').waitFor({ state: 'detached' });
});
