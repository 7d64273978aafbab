import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';
import { agree } from './steps';

let city: City;
beforeAll(async () => {
  city = await startCity();
}, START_TIMEOUT_MS);
afterEach(async () => {
  expect(await city.putAway()).toEqual([]);
});
afterAll(() => city?.stop());

const RECORD = '/packages/track/record/record';

const play = (phone: Phone, name: string): Promise<number | undefined> =>
  phone.page.evaluate(track => window.simulator?.track.play(track, 5), name);

/** From the list of all ways to the first track: guideline, notice, and WeChat's own questions. */
async function agreeToAll(phone: Phone): Promise<void> {
  await phone.show('/packages/earning/ways/ways');
  await phone.tap(/^记录骑行/);
  await phone.arrives('记录骑行');
  await phone.tap('阅读隐私保护指引');
  await agree(phone);
  await phone.show(RECORD);
  await phone.tap('同意使用位置');
  await phone.sees('骑一程，记一程');
}

/** WeChat asks once for the position. */
async function start(phone: Phone): Promise<void> {
  await phone.tap('开始');
  await phone.shell('authorize-accept').click();
  await phone.sees('到了，结束');
}

test('a bicycle trip is recorded with a line that grows, paused, finished and judged; its positions are deleted at once', async () => {
  const phone = await city.open('o-track-rider');
  await agreeToAll(phone);
  await start(phone);
  expect(await play(phone, 'bike')).toBeGreaterThan(200);
  await phone.tap('暂停');
  await phone.sees('已暂停');
  expect(Number(await phone.part('kilometres').innerText())).toBeGreaterThan(2);
  await phone.tap('继续');
  await phone.tap('到了，结束');
  await phone.arrives('骑行结果');
  expect(await phone.part('verdict').innerText()).toBe('记为一次骑行');
  await phone.tap('现在就删除位置');
  await phone.shell('modal-confirm').click();
  await phone.sees('这一次的位置已经删除');
  expect(await phone.problems()).toEqual([]);
});

test('a phone that breaks down in the middle goes on where it was', async () => {
  const phone = await city.open('o-track-crash');
  await agreeToAll(phone);
  await start(phone);
  const playing = play(phone, 'bike');
  await phone
    .part('kilometres')
    .filter({ hasText: /^[2-9]/ })
    .waitFor();
  await phone.page.evaluate(() => window.simulator?.track.stop());
  await playing;
  await phone.page.reload();
  await phone.ready();
  await phone.show(RECORD);
  await phone.sees('上次的记录还没结束');
  await phone.tap('已经到了，判定');
  await phone.arrives('骑行结果');
  expect(await phone.part('verdict').innerText()).toBe('记为一次骑行');
});

test('without a network nothing is lost, and a car is told why it is none', async () => {
  const phone = await city.open('o-track-car');
  await agreeToAll(phone);
  await start(phone);
  await phone.network('off');
  await play(phone, 'car').catch(() => undefined);
  await phone.network('on');
  await phone.tap('到了，结束');
  await phone.arrives('骑行结果');
  expect(await phone.part('verdict').innerText()).toBe('没有计入');
  expect(await phone.part('reason').first().innerText()).toContain('像汽车或公交');
});
