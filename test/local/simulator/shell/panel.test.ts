import path from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { codeAt } from '../../../../local/demo/team/one-time-code';
import { openBrowser } from '../../../../local/simulator/open-browser';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { mountPhone } from './mount-phone';

/** Less than a test may take, so that what was waited for is named; a busy machine is not called wrong. */
const PATIENCE_MS = 60_000;
/** Twelve timers run in an hour, each a function that a busy machine may take seconds for. */
const WALK_MS = 90_000;

let product: Product;
let browser: Browser;
let page: Page;
let app: FrameLocator;
let close: () => void;

beforeAll(async () => {
  product = await startProduct();
  close = mountPhone(product, path.join(__dirname, 'app'));
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MS);
  app = page.frameLocator('iframe[name="app"]');
}, START_TIMEOUT_MS);

afterAll(async () => {
  await browser?.close();
  close?.();
  await product?.stop();
});

const ready = (): Promise<void> => page.evaluate(() => window.simulator?.ready);
const shell = (name: string) => page.locator(`[data-test="${name}"]`);

async function open(search = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${product.cloud.url}/${search}`);
  await ready();
}

/** Taps a row of the app and answers, by what is given, what the phone asks; resolves with what the app was told. */
async function call(name: string, answer: () => Promise<unknown> = async () => undefined): Promise<object> {
  await app.locator(`#call-${name}`).click();
  await answer();
  const result = app.locator('#result').filter({ hasText: '{' });
  return JSON.parse(await result.innerText()) as object;
}

test('the first visitor is a newcomer; the address says who and where', async () => {
  await open();
  expect(page.url()).toMatch(/\?openid=newcomer-\w{6}#\/pages\/first\/first$/);
  expect(await shell('navigation-title').innerText()).toBe('第一页');
  await shell('tab-1').click();
  await app.locator('#second').waitFor();
  expect(await shell('navigation-title').innerText()).toBe('第二页');
  expect(page.url()).toContain('#/pages/second/second');
  await shell('tab-0').click();
});

test('dialogs stand over the phone and the app is told what was answered', async () => {
  expect(await call('modal', () => shell('modal-confirm').click())).toMatchObject({ confirm: true });
  expect(await call('modal', () => shell('modal-cancel').click())).toMatchObject({ cancel: true });
  expect(await call('sheet', () => shell('action-1').click())).toMatchObject({ tapIndex: 1 });
  const pressEscape = async () => {
    await shell('action-1').waitFor();
    await page.keyboard.press('Escape');
  };
  expect(await call('sheet', pressEscape)).toEqual({
    errMsg: 'showActionSheet:fail cancel',
  });
});

test('the privacy window comes first, then the scope, and neither comes again', async () => {
  const agreed = await call('location', async () => {
    await shell('privacy-accept').click();
    await shell('authorize-accept').click();
  });
  expect(agreed).toMatchObject({ latitude: 22.53667, errMsg: 'getLocation:ok' });
  await page.locator('[data-test="place-1"]').click();
  expect(await call('location')).toMatchObject({ latitude: 22.60205 });
});

test('a subscription is asked for from a tap, template by template', async () => {
  const answered = await call('subscribe', async () => {
    await shell('subscribe-1').uncheck();
    await shell('subscribe-accept').click();
  });
  expect(answered).toMatchObject({ 'template-a': 'accept', 'template-b': 'reject' });
  await shell('subscriptions').uncheck();
  expect(await call('subscribe')).toMatchObject({ errCode: 20004 });
  await shell('subscriptions').check();
});

test('the panel gives what is scanned, and a mini-program code opens its page', async () => {
  const send = async (): Promise<void> => {
    await shell('scan-result').fill('station-88');
    await shell('scan-send').click();
  };
  expect(await call('scan', send)).toMatchObject({ result: 'station-88', scanType: 'QR_CODE' });
  expect(await shell('scan-answer').innerText()).toBe('手机扫到了这个码');
  await shell('scan-result').fill('pages/third/third?scene=gift');
  await shell('scan-send').click();
  await app.locator('#query', { hasText: 'gift' }).waitFor();
  expect(await shell('tab-bar').isVisible()).toBe(false);
  expect(await shell('scan-answer').innerText()).toBe('手机打开了这个码的页面');
  await shell('navigation-home').click();
});

test('a code that no page waits for is said to be unwanted', async () => {
  await shell('scan-result').fill('station-88');
  await shell('scan-send').click();
  expect(await shell('scan-answer').innerText()).toContain('没有页面在等这个码');
});

test('a missing call is named on the screen, in the control and in the console, and the page goes on', async () => {
  const told = page.waitForEvent('console', message => message.text().includes('wx.startBeaconDiscovery'));
  expect(await call('missing')).toMatchObject({
    errMsg: expect.stringContaining('startBeaconDiscovery:fail'),
  });
  await told;
  expect(await shell('problem').innerText()).toContain('wx.startBeaconDiscovery');
  expect(await page.evaluate(() => window.simulator?.problems().map(({ name }) => name))).toEqual([
    'wx.startBeaconDiscovery',
  ]);
});

test('dark mode and a badge reach the app and the bar', async () => {
  await shell('theme-1').click();
  await app.locator('#theme', { hasText: 'dark' }).waitFor();
  await call('badge');
  expect(await shell('tab-badge').innerText()).toBe('3');
  await shell('theme-0').click();
});

test('without network a call fails; with it the call is listed with its database calls', async () => {
  await shell('network-2').click();
  expect(await call('sign')).toMatchObject({ errCode: -1 });
  await shell('network-0').click();
  expect(await call('sign')).toMatchObject({ result: { ok: true } });
  const row = page.locator('[data-test="calls"] li').filter({ hasText: 'riders.signIn' }).first();
  await row.filter({ hasText: /数据库 \d+ 次/ }).waitFor();
  const outcomes = await page.evaluate(() => window.simulator?.calls.app().map(({ outcome }) => outcome));
  expect(outcomes).toEqual(['fail', 'ok']);
});

test('what one person keeps the other does not see, and it can be forgotten', async () => {
  await call('keep');
  const change = (openid: string): Promise<unknown> =>
    page.evaluate(who => window.simulator?.person.change(who), openid);
  const first = await page.evaluate(() => window.simulator?.person.openid ?? '');
  await change('somebody-else');
  expect(await app.locator('#kept').innerText()).toBe('nothing');
  expect(page.url()).toContain('openid=somebody-else');
  await change(first);
  expect(await app.locator('#kept').innerText()).toBe('mine');
  await page.evaluate(() => window.simulator?.person.forget());
  expect(await app.locator('#kept').innerText()).toBe('nothing');
});

test('the clock walks an hour, and past the next timer', async () => {
  const before = product.cloud.nowMs();
  await shell('clock-hour').click();
  await shell('clock-answer').filter({ hasText: '走了一小时' }).waitFor({ timeout: WALK_MS });
  expect(product.cloud.nowMs()).toBeGreaterThanOrEqual(before + 3_600_000);
  const after = await page.evaluate(() => window.simulator?.clock.nextTimer());
  expect((after ?? 0) - before).toBeGreaterThan(3_600_000);
  expect((await product.calls()).some(({ trigger }) => trigger === 'wx_trigger')).toBe(true);
});

test('the operator confirms a card by the code that was copied, and sends one ride after the other', async () => {
  await open('?openid=rider-of-the-panel');
  await call('copy');
  expect(await shell('bind-code').inputValue()).toBe('K7PM2QXA');
  await shell('operator-bind').click();
  const refusal = shell('operator-answer').locator('small', { hasText: 'CODE_UNKNOWN' });
  await refusal.waitFor();
  expect(await shell('operator-answer').innerText()).toMatch(/^绑定码不正确/);
  await product.signedInRider('rider-of-the-panel', { consent: true });
  const { code } = await product.data('rider-of-the-panel', 'bindings.createCode', {});
  await shell('bind-code').fill(code);
  await shell('operator-bind').click();
  await shell('operator-answer').filter({ hasText: '已绑定尾号' }).waitFor();
  expect(await shell('bind-code').inputValue()).toBe('');
  for (let ride = 1; ride <= 2; ride += 1) {
    await shell('operator-ride').click();
    await shell('operator-answer').filter({ hasText: '已入账' }).waitFor();
    const { trips } = await product.data('rider-of-the-panel', 'rides.list', { limit: 10 });
    expect(trips).toHaveLength(ride);
    await shell('operator-answer').evaluate(element => element.replaceChildren());
  }
});

test('what the panel keeps belongs to one person: a copied code comes back with whoever copied it', async () => {
  await open('?openid=rider-who-copies');
  await shell('operator-bind').click();
  await shell('operator-answer').filter({ hasText: '先在手机的绑卡页复制' }).waitFor();
  // The same code copied twice is no news for the panel.
  await page.evaluate(() => localStorage.removeItem('simulator:clipboard'));
  await call('copy');
  await shell('ride-from').fill('福田');
  await shell('scan-result').fill('station-88');
  await shell('scan-send').click();
  await shell('operator-bind').click();
  await shell('operator-answer').filter({ hasText: 'CODE_UNKNOWN' }).waitFor();
  const change = (openid: string): Promise<unknown> =>
    page.evaluate(who => window.simulator?.person.change(who), openid);
  await change('rider-beside');
  for (const field of ['bind-code', 'ride-from', 'scan-result'])
    expect([field, await shell(field).inputValue()]).toEqual([field, '']);
  for (const line of ['operator-answer', 'scan-answer'])
    expect([line, await shell(line).innerText()]).toEqual([line, '']);
  await change('rider-who-copies');
  expect(await shell('bind-code').inputValue()).toBe('K7PM2QXA');
});

test('an answer has its room from the beginning, and the calls scroll while the tools stay', async () => {
  const scanTop = async (): Promise<number | undefined> => (await shell('panel-scan').boundingBox())?.y;
  const before = await scanTop();
  await shell('bind-code').fill('ZZZZZZZZ');
  await shell('operator-bind').click();
  await shell('operator-answer').filter({ hasText: 'CODE_UNKNOWN' }).waitFor();
  expect(await scanTop()).toBe(before);
  await shell('calls-view-1').click();
  await shell('calls').locator('li').nth(8).waitFor();
  await shell('calls').evaluate(list => list.scrollTo(0, list.scrollHeight));
  expect(await shell('calls').evaluate(list => list.scrollTop)).toBeGreaterThan(0);
  expect(await scanTop()).toBe(before);
  await shell('calls-view-0').click();
});

test('a member of staff opens on the desk, and has an authenticator in the panel whose code can be copied', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open('?openid=demo-staff-finance');
  expect(await shell('panel-code').isVisible()).toBe(false);
  // As the page does that sets codes up.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  await app.locator('body').evaluate((_, text) => localStorage.setItem('simulator:clipboard', text), secret);
  await shell('one-time-code').waitFor();
  await shell('code-copy').click();
  await shell('code-answer').filter({ hasText: '已复制' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const atMs = product.cloud.nowMs();
  expect([0, 30_000].map(agoMs => codeAt(secret, atMs - agoMs).code)).toContain(copied);
  expect(await shell('one-time-code-rest').innerText()).toMatch(/^还有 \d+ 秒$/);

  await page.evaluate(() => window.simulator?.person.change('somebody-else'));
  expect(await shell('panel-code').isVisible()).toBe(false);
  await shell('person-demo-staff-finance').click();
  await shell('one-time-code').waitFor();
  expect(page.url()).toContain('openid=demo-staff-finance');
});
