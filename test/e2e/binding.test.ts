import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';
import { agree, shownCode, walkThroughOnboarding } from './steps';

const BIND_PAGE = '/packages/cards/bind/bind';
const ELEVEN_MINUTES_MS = 11 * 60_000;

let city: City;

beforeAll(async () => {
  city = await startCity();
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

async function tryCode(phone: Phone, code: string): Promise<string> {
  await phone.shell('bind-code').fill(code);
  return phone.operator('bind');
}

test('somebody who declines looks on: no code, nothing stored, and the way back to consent is there', async () => {
  const phone = await city.open('declining-rider');
  await phone.part('start').click();
  await phone.arrives('隐私保护指引');
  await phone.tap('先看看，不同意，只读浏览');
  await phone.arrives('碳点点');
  await phone.shell('tab-2').click();
  await phone.sees('现在是只读浏览');
  const { consent } = await city.product.data('declining-rider', 'riders.signIn', {});
  expect(consent.given).toBe(false);
  expect(await tryCode(phone, 'ABCDEFGH')).toContain('CODE_UNKNOWN');

  await phone.tap('阅读隐私保护指引');
  await agree(phone);
  await walkThroughOnboarding(phone);
  expect(await shownCode(phone)).toMatch(/^[0-9A-Z]{8}$/);
});

test('the bind card page asks somebody without consent for it before there is a code', async () => {
  const phone = await city.open('hasty-rider', { route: BIND_PAGE });
  await phone.sees('绑卡要先同意隐私保护指引');
  expect(await phone.labelled('复制绑定码').count()).toBe(0);
});

test('a wrong code and one that has run out bind nothing; a new one does', async () => {
  await city.product.signedInRider('late-rider', { consent: true });
  const phone = await city.open('late-rider', { route: BIND_PAGE });
  const old = await shownCode(phone);
  expect(await tryCode(phone, 'ZZZZZZZZ')).toContain('CODE_UNKNOWN');

  await city.product.advanceClock(ELEVEN_MINUTES_MS);
  await phone.sees('已过期，请换一个新码');
  expect(await tryCode(phone, old)).toContain('CODE_EXPIRED');
  const listed = await city.product.data('late-rider', 'bindings.list', {});
  expect(listed.bindings).toEqual([]);

  await phone.tap('换一个新码');
  await phone.tap('复制绑定码');
  const renewed = await shownCode(phone);
  expect(renewed).not.toBe(old);
  expect(await tryCode(phone, renewed)).toContain('已绑定');
  await phone.sees('绑好了');
});
