import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { PNG } from 'pngjs';
import type { Entry } from '../../cloudfunctions/domain/ledger';
import { START_TIMEOUT_MS } from '../support/product';
import { writeMonths } from '../support/two-years';
import { type City, startCity } from './city';
import type { Phone } from './phone';

const SCREEN = { width: 390, height: 844 };

let city: City;
let written: Entry[];

beforeAll(async () => {
  city = await startCity();
  const uid = await city.product.signedInRider('bookish', { consent: true });
  written = await writeMonths(city.product.platform, uid, ['2025-12', '2026-09', '2026-10']);
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

const open = (route = '/packages/trips/statement/statement'): Promise<Phone> =>
  city.open('bookish', { route, bare: true }, { viewport: SCREEN, acceptDownloads: true });

/** What a tap puts beside the browser, as bytes. */
async function downloaded(phone: Phone, tap: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([phone.page.waitForEvent('download'), tap()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('a month is opened from the year’s line, and its entries add up to it', async () => {
  const phone = await open();
  await phone.part('chart').waitFor();
  await phone.tap(/按月看/);
  await phone.arrives('按月看');
  const october = phone.part('month').filter({ hasText: '10月' });
  expect(await october.innerText()).toContain(`${written.filter(({ day }) => day >= '2026-10').length} 笔`);
  await october.click();
  await phone.arrives('查找明细');
  await phone.sees(`${written.filter(({ day }) => day >= '2026-10').length} 笔`);

  await phone.show('/packages/trips/months/months');
  await phone.tap('前一年');
  await phone.part('year').filter({ hasText: '2025年' }).waitFor();
  await phone.part('month').filter({ hasText: '12月' }).waitFor();
});

test('an entry is found again by a station, by what it was, and by its amount', async () => {
  const phone = await open('/packages/trips/search/search');
  const ask = async (words: string) => {
    await phone.part('words').locator('input').fill(words);
    await phone.part('go').click();
  };
  await ask('碧头');
  await phone.part('line').first().waitFor();
  for (const line of await phone.part('line').all()) expect(await line.innerText()).toContain('碧头');
  await ask('行程撤销');
  await phone.sees('共找到 3 笔');
  expect(await phone.part('line').count()).toBe(3);
  await ask('88');
  await phone.sees('共找到 3 笔');
  await ask('月球');
  await phone.part('empty').waitFor();
  await phone.sees(`看过 ${written.length} 笔`);
  await phone.part('clear').click();
  await phone.part('suggestion').first().waitFor();
});

test('the balance of any midnight is the one after the last entry before it', async () => {
  const phone = await open('/packages/trips/day-balance/day-balance');
  const { carbon, bonus } = written.at(-1)!.balanceAfter;
  const shown = (amount: number) => phone.part('balance').getByText(amount.toLocaleString('en-US')).first();
  await phone.part('day').filter({ hasText: '11月1日' }).waitFor();
  await shown(carbon.available + bonus.available).waitFor();
  await phone.tap('前一天');
  await phone.part('day').filter({ hasText: '10月31日' }).waitFor();
  const before = written.filter(({ day }) => day < '2026-10-31').at(-1)!.balanceAfter;
  await shown(before.carbon.available + before.bonus.available).waitFor();
  await phone.sees('从那时到现在 +');
});

test('the whole book becomes a table, each entry a row', async () => {
  const phone = await open('/packages/trips/export/export');
  await phone.part('export').click();
  expect(await phone.part('summary').innerText()).toContain(`共 ${written.length} 笔`);
  const { name, bytes } = await downloaded(phone, () => phone.part('hand-over').click());
  expect(name).toBe('碳点点积分明细-2026-11-10.csv');
  const text = bytes.toString('utf8');
  expect(text.startsWith('\uFEFF编号,')).toBe(true);
  const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
  expect(data.map(row => Number(row.编号))).toEqual(written.map(({ seq }) => seq).reverse());
  const sum = (column: string) => data.reduce((all, row) => all + Number(row[column]), 0);
  const { carbon, bonus } = written.at(-1)!.balanceAfter;
  expect([sum('减排变动'), sum('奖励变动')]).toEqual([carbon.available, bonus.available]);
});

test('the year is drawn, and saved once the album is open to it', async () => {
  const phone = await open('/packages/trips/year-picture/year-picture');
  await phone.sees(/2026年绿色出行，截至 11月10日/);
  await phone.part('save').click();
  await phone.shell('privacy-accept').click();
  await phone.shell('authorize-refuse').click();
  await phone.sees('还没有允许保存到相册');
  await phone.part('settings').click();
  await phone.shell('setting-scope.writePhotosAlbum').check();
  await phone.shell('settings-close').click();
  await phone.text('还没有允许保存到相册').waitFor({ state: 'detached' });
  const { bytes } = await downloaded(phone, async () => {
    await phone.part('save').click();
    await phone.shell('toast').filter({ hasText: '已保存到相册' }).waitFor();
  });
  const { width, height, data } = PNG.sync.read(bytes);
  expect([width, height]).toEqual([1_080, 1_620]);
  const colours = new Set(Array.from({ length: data.length / 4 }, (_, at) => data.readUInt32BE(4 * at)));
  expect(colours.has(0x0a7a4cff)).toBe(true);
});

test('a month leads from the trips to its ways and bonuses, and is drawn and sent to a friend', async () => {
  const phone = await open('/pages/trips/trips');
  await phone.labelled(/^10月，/).click();
  await phone.arrives('按方式看');
  const { rides } = await city.product.data('bookish', 'earning.month', { month: '2026-10' });
  const grams = rides.grams.toLocaleString('en-US');
  expect(await phone.part('grams').innerText()).toContain(grams);
  expect(await phone.part('share').allInnerTexts()).toEqual([
    expect.stringContaining(`地铁${rides.trips} 趟`),
    expect.stringContaining('客服补发1 次'),
  ]);
  expect(await phone.part('bonus').innerText()).toContain('88');
  await phone.part('to-picture').click();
  await phone.sees(/2026年10月绿色出行：少排/);
  await phone.part('share').click();
  const sent = phone.page.locator('.preview img');
  await sent.waitFor();
  expect(await sent.evaluate(image => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(
    1_080,
  );
  await phone.page.locator('.preview-close').click();
});

test('a statement that cannot be reached says so, and comes with the network', async () => {
  const phone = await open('/pages/me/me');
  await phone.network('off');
  for (const [route, again] of [
    ['/packages/trips/months/months', 'chart'],
    ['/packages/trips/day-balance/day-balance', 'balance'],
    ['/packages/trips/year-picture/year-picture', 'picture'],
  ] as const) {
    await phone.show(route);
    await phone.sees('重试');
    await phone.network('on');
    await phone.part(again).waitFor();
    await phone.network('off');
  }
});
