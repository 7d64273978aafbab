import { closeDueAccounts } from '../../cloudfunctions/domain/personal-data';
import { personalParts } from '../../cloudfunctions/functions/personal-parts';
import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';
import { seedRider } from './seed-rider';

const DAY_MS = 86_400_000;
const PRIVACY = '/packages/about/privacy/privacy';

let city: City;
beforeAll(async () => {
  city = await startCity();
  await seedRider(city.product, 'leaving-rider');
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

const open = (route = PRIVACY): Promise<Phone> => city.open('leaving-rider', { route });

async function answer(phone: Phone, choice: 'confirm' | 'cancel'): Promise<void> {
  await phone.shell(`modal-${choice}`).click();
  await phone.shell('modal').waitFor({ state: 'detached' });
}

const deletion = async () => (await city.product.data('leaving-rider', 'riders.signIn', {})).deletion;

/** What the timer's job does, as long after now as said. */
async function closeAfter(afterMs: number): Promise<void> {
  const { platform } = city.product;
  const step = { windowStartMs: 0, cursor: null, deadlineMs: Number.MAX_SAFE_INTEGER };
  const later = { ...platform, nowMs: () => platform.nowMs() + afterMs };
  await closeDueAccounts(personalParts).step(later, step);
}

test('a rider sees what is kept, by kind, with what each is for', async () => {
  const phone = await open();
  await phone.tap('存了什么');
  await phone.arrives('存了什么');
  await phone.tap('行程 1 趟');
  await phone.sees('进出站、时间、里程、票号');
  expect(await phone.part('kind').count()).toBe(personalParts.length);
});

test('everything is handed out as files behind links that a browser opens', async () => {
  const phone = await open();
  await phone.tap('导出我的数据');
  await phone.arrives('导出我的数据');
  await phone.part('export').click();
  await phone.sees('文件好了');
  expect(await phone.part('file').count()).toBe(1 + personalParts.filter(({ sheet }) => sheet).length);
  await phone.tap('复制全部数据（JSON）的下载链接');
  await phone.sees('已复制');
  const { export: made } = await city.product.data('leaving-rider', 'personalData.latestExport', {});
  const texts = await Promise.all(
    made!.files.map(async ({ address }) =>
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await fetch(address!)).arrayBuffer()),
    ),
  );
  const { data } = JSON.parse(texts[0]!) as { data: Record<string, { evidence?: { ticketId: string } }[]> };
  expect(data.trips![0]!.evidence!.ticketId).toBe('ticket-of-leaving-rider');
  expect(texts[1]).toContain('罗湖');
  expect(texts.join()).not.toContain('wx:leaving-rider');
});

test('an account is closed only after two confirmations, says so on every page, and can be kept', async () => {
  const phone = await open();
  await phone.tap('注销账户');
  await phone.arrives('注销账户');
  await phone.sees('减排积分进公共池');
  await phone.part('close').click();
  expect(await phone.shell('modal').count()).toBe(0);
  await phone.part('understood').click();
  await phone.part('close').click();
  await answer(phone, 'cancel');
  expect(await deletion()).toBeNull();
  await phone.part('close').click();
  await answer(phone, 'confirm');
  await phone.part('days').filter({ hasText: '30' }).waitFor();
  expect((await deletion())!.dueAtMs).toBeGreaterThan(city.product.cloud.nowMs() + 29 * DAY_MS);
  for (const route of ['/pages/home/home', '/pages/me/me', PRIVACY]) {
    await phone.show(route);
    await phone.part('leaving').waitFor();
  }

  await phone.part('leaving').click();
  await phone.arrives('注销账户');
  await phone.part('stay').click();
  await phone.part('staying').filter({ hasText: '已取消注销，一切照旧' }).waitFor();
  await phone.part('understood').waitFor();
  expect(await deletion()).toBeNull();
  await phone.show('/pages/home/home');
  await phone.part('leaving').waitFor({ state: 'detached' });
});

test('who comes back after the thirty days is somebody new', async () => {
  await city.product.data('leaving-rider', 'personalData.requestDeletion', {});
  await closeAfter(31 * DAY_MS);
  await closeAfter(31 * DAY_MS + 130_000);
  const phone = await open('/pages/home/home');
  await phone.part('start').filter({ hasText: '开始记录我的出行' }).waitFor();
  expect(await phone.part('leaving').count()).toBe(0);
});
