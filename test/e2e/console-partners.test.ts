import { readFileSync } from 'node:fs';
import { posterFile } from '../../local/posters/poster';
import { type PlantedPerson, plantPerson } from '../cloudfunctions/functions/staff/people';
import { type PartnerClient, plantPartner, shortRide } from '../support/partner';
import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';

const PARTNER = 'new-bus';
const LIVE = 'second-metro';
const PARTNER_PAGE = `/packages/staff/partner/partner?partnerId=${PARTNER}`;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const wide = { viewport: { width: 1280, height: 860 } };
const small = { viewport: { width: 375, height: 812 } };

let city: City;
let manager: PlantedPerson;
let director: PlantedPerson;
let client: PartnerClient;
let live: PartnerClient;
beforeAll(async () => {
  city = await startCity();
  const { product } = city;
  manager = await plantPerson(product.platform, { roleIds: ['channel'] });
  director = await plantPerson(product.platform, { roleIds: ['director'] });
  client = await plantPartner(product, PARTNER, { state: 'sandbox' });
  live = await plantPartner(product, LIVE);
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

const onPhone = ({ openid }: PlantedPerson, route: string): Promise<Phone> =>
  city.open(openid, { route, bare: true }, small);

const inDarkWindow = ({ openid }: PlantedPerson, route: string): Promise<Phone> =>
  city.open(openid, { route, bare: true, theme: 'dark' }, wide);

/** What a canvas shows, as an address of its data. */
const drawn = (phone: Phone, name: string): Promise<string> =>
  phone
    .part(name)
    .locator('canvas')
    .evaluate(canvas => (canvas as HTMLCanvasElement).toDataURL());

test('a poster is renewed, and a screen shows another code when half a minute is over', async () => {
  const phone = await onPhone(manager, '/packages/staff/stations/stations');
  await phone.fill('查找车站', '布吉');
  await phone.part('station').first().click();
  await phone.sees('海报第 1 版');
  const before = await drawn(phone, 'poster');
  await phone.part('renew').click();
  await phone.tap('换一版');
  await phone.sees('请写明原因（至少 2 个字）');
  await phone.fill('原因', '海报被翻印到网上');
  await phone.tap('换一版');
  await phone.sees('海报第 2 版');
  expect(await drawn(phone, 'poster')).not.toBe(before);

  await phone.part('screen').click();
  await phone.arrives('动态码');
  const first = await drawn(phone, 'screen-code');
  await phone.page.evaluate(by => window.simulator?.clock.advance(by), MINUTE_MS);
  for (const state of ['off', 'on'] as const) await phone.network(state);
  while ((await drawn(phone, 'screen-code')) === first) await phone.page.waitForTimeout(50);
  expect(await phone.overhang()).toEqual([]);
});

test('the posters of all stations are handed over as the file that the printing command reads', async () => {
  const phone = await onPhone(manager, '/packages/staff/stations/stations');
  await phone.part('export').click();
  const handed = phone.page.waitForEvent('download');
  await phone.part('hand-over').click();
  const { posters } = posterFile.parse(JSON.parse(readFileSync(await (await handed).path(), 'utf8')));
  expect(posters.length).toBeGreaterThan(200);
  expect(posters.find(({ station }) => station === '布吉')).toMatchObject({ edition: 2 });
});

test('a partner in the sandbox sees what is wrong with a signature, and how far he has come', async () => {
  const body = JSON.stringify({ batchId: 'b-1', rides: [] });
  const seconds = String(Math.floor(city.product.cloud.nowMs() / 1_000));
  const signed = client.headers('POST', '/partner/v1/rides', body, { timestamp: seconds });
  const phone = await inDarkWindow(manager, PARTNER_PAGE);
  await phone.text('签名不对？贴一个请求来检查').click();
  await phone.tap('检查');
  await phone.sees('请粘贴请求里的这一项');
  await phone.fill('x-timestamp', `${seconds}000`);
  for (const name of ['x-nonce', 'x-signature'] as const) await phone.fill(name, signed[name] ?? '');
  await phone.fill('请求体，原样粘贴', body);
  await phone.tap('检查');
  await phone.sees('签名的时间戳是秒：应为毫秒，并与 x-timestamp 完全一样');

  await client.rides([shortRide('t-1', 'card-1', city.product.cloud.nowMs() - DAY_MS)]);
  for (const state of ['off', 'on'] as const) await phone.network(state);
  await phone.labelled(/^签名通过，.*通过$/).waitFor();
  expect(await phone.overhang()).toEqual([]);
});

test('a secret is replaced: one asks, another agrees, who asked fetches it once, and both count for a week', async () => {
  const phone = await onPhone(manager, PARTNER_PAGE);
  await phone.tap('更换密钥');
  await phone.fill('原因', '合作方更换了负责的同事');
  await phone.tap('提交审批');
  await phone.sees('撤回申请');
  const window = await inDarkWindow(director, '/packages/staff/approvals/approvals?which=decide');
  await window.tap(/^更换合作方密钥/);
  await window.tap('同意');
  await window.app.getByRole('dialog').getByLabel('同意', { exact: true }).click();
  await window.sees('没有等你审批的');

  await phone.show(PARTNER_PAGE);
  await phone.tap('领取新密钥');
  const secret = await phone.part('secret').locator('.new-text').innerText();
  await phone.sees(/旧密钥到 .* 为止仍可用/);
  await phone.show('/packages/staff/partners/partners');
  await phone.show(PARTNER_PAGE);
  expect(await phone.part('secret').count()).toBe(0);
  // A running function knows a partner's secrets for a minute.
  await city.product.advanceClock(MINUTE_MS);
  for (const one of [secret, client.secret]) {
    const route = '/partner/v1/days/2026-11-01';
    expect(await client.send('GET', route, '', { secret: one })).toMatchObject({ status: 200 });
  }
  expect(await phone.overhang()).toEqual([]);
});

test('the card of a day shows both sides, and says when they differ', async () => {
  const dayMs = city.product.cloud.nowMs() - DAY_MS;
  const day = new Date(dayMs + 8 * HOUR_MS).toISOString().slice(0, 10);
  await live.rides([shortRide('t-2', 'card-2', dayMs)]);
  const page = `/packages/staff/partner/partner?partnerId=${LIVE}`;
  const phone = await onPhone(manager, page);
  await phone.sees('合作方还没有报这一天的数');
  await live.post('days', { day, count: 2, ticketsHash: '0'.repeat(64) });
  await phone.show('/packages/staff/partners/partners');
  await phone.show(page);
  await phone.part('sides').filter({ hasText: '少收 1 趟' }).waitFor();
  expect(await phone.overhang()).toEqual([]);
});
