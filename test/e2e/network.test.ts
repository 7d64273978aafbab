import { bindCodes } from '../../cloudfunctions/domain/bindings/store';
import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';
import { shownCode } from './steps';

const CREATE_CODE = 'bindings.createCode';

let city: City;

beforeAll(async () => {
  city = await startCity();
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

/** The rider's codes as the server has them. */
async function codesOf(uid: string): Promise<string[]> {
  const codes = await city.product.platform.database.find(bindCodes, { where: { uid }, limit: 10 });
  return codes.map(({ _id }) => _id);
}

/** Request ids with which the phone asks for a code from now on. */
function askedIds(phone: Phone): string[] {
  const ids: string[] = [];
  phone.page.on('request', request => {
    if (!request.url().endsWith('/call/api')) return;
    const { procedure, requestId } = request.postDataJSON();
    if (procedure === CREATE_CODE) ids.push(requestId);
  });
  return ids;
}

/** The next request for a code reaches the server, and the network goes off before the answer is back. */
async function loseNextAnswer(phone: Phone): Promise<void> {
  let isLost = false;
  await phone.page.route('**/call/api', async route => {
    if (isLost || route.request().postDataJSON().procedure !== CREATE_CODE) return route.fallback();
    isLost = true;
    const response = await route.fetch();
    await phone.network('off');
    await route.fulfill({ response });
  });
}

test('an answer lost with the network is asked for with the stored request id: one code in all', async () => {
  const uid = await city.product.signedInRider('tunnel-rider', { consent: true });
  const phone = await city.open('tunnel-rider');
  const ids = askedIds(phone);
  await loseNextAnswer(phone);
  await phone.part('start').click();
  await phone.sees('网络没有连上');
  const [lost] = await codesOf(uid);
  expect(await phone.stored('pending-requests')).toContain(ids[0]);

  // Closed in the tunnel and opened again above ground, where a phone begins: the id has outlasted the app.
  await phone.page.reload();
  await phone.ready();
  expect(await shownCode(phone)).toBe(lost);
  expect(ids).toEqual([ids[0], ids[0]]);
  expect(await codesOf(uid)).toEqual([lost]);
  expect(await phone.stored('pending-requests')).not.toContain(ids[0]);
});

test('a page that failed without network says no code, and reads by itself once there is one', async () => {
  await city.product.signedInRider('emerging-rider', { consent: true });
  const phone = await city.open('emerging-rider');
  await phone.part('start').waitFor();
  await phone.network('off');
  await phone.part('start').click();
  await phone.sees('网络没有连上');
  expect(await phone.text('错误代码').count()).toBe(0);
  await phone.network('on');
  expect(await shownCode(phone)).toHaveLength(8);
});

test('without network home shows what was stored and its time, and with it the present again', async () => {
  await city.product.signedInRider('metro-rider', { consent: true });
  const phone = await city.open('metro-rider');
  await phone.part('start').waitFor();
  await phone.network('off');
  await phone.shell('tab-1').click();
  await phone.sees('网络没有连上');
  await phone.shell('tab-0').click();
  await phone.sees(/^网络没有连上，这是 .* 的内容$/);
  // By itself, without a tap.
  await phone.network('on');
  await phone
    .text(/^网络没有连上/)
    .first()
    .waitFor({ state: 'detached' });
  await phone.shell('tab-1').click();
  await phone.sees('还没有行程');
});

test('without network the page of the rider himself shows the balance that was stored', async () => {
  await city.product.signedInRider('underground-rider', { consent: true });
  const phone = await city.open('underground-rider');
  await phone.part('start').waitFor();
  await phone.network('off');
  await phone.shell('tab-2').click();
  await phone.sees(/^网络没有连上，这是 .* 的内容$/);
  await phone.sees('我的碳积分');
  expect(await phone.text('重试').count()).toBe(0);
});

test('on a slow network a second tap waits for the first one: one code more', async () => {
  const uid = await city.product.signedInRider('hasty-fingers', { consent: true });
  const phone = await city.open('hasty-fingers', { route: '/packages/cards/bind/bind' });
  const before = await shownCode(phone);
  await phone.network('slow');
  const ids = askedIds(phone);
  await phone.labelled('换一个').dblclick();
  await expectCode(phone, code => code !== before);
  expect(ids).toHaveLength(1);
  expect((await codesOf(uid)).sort()).toEqual([before, await shownCode(phone)].sort());
});

async function expectCode(phone: Phone, isRight: (code: string) => boolean): Promise<void> {
  while (!isRight(await shownCode(phone))) await phone.page.waitForTimeout(100);
}
