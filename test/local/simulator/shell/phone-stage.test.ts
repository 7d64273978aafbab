import type { Browser, Page } from 'playwright-core';
import { Dispatcher } from '../../../../local/cloud/http/dispatcher';
import { RequestGuard } from '../../../../local/cloud/http/guard';
import { listen, type RunningServer } from '../../../../local/cloud/http/server';
import { openBrowser } from '../../../../local/simulator/open-browser';
import { shellHandler } from '../../../../local/simulator/shell/server/shell-handler';
import { standaloneSettings } from '../../../../local/simulator/shell/standalone-settings';

let server: RunningServer;
let browser: Browser;
let page: Page;

/** A desk without a program: the phone is as large as with one. */
beforeAll(async () => {
  server = await listen(0, port => {
    const dispatcher = new Dispatcher(new RequestGuard(port));
    dispatcher.mount('/', shellHandler({ settings: standaloneSettings('', false), timers: [] }));
    return dispatcher;
  });
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`http://127.0.0.1:${server.port}/`);
});
afterAll(async () => {
  await browser?.close();
  await server?.close(100);
});

const shell = (name: string) => page.locator(`[data-test="${name}"]`);

/** Chooses a screen of the panel in a window of that height. */
async function choose(screen: number, windowHeight: number): Promise<void> {
  await page.setViewportSize({ width: 1440, height: windowHeight });
  await shell(`screen-${screen}`).click();
}

const phoneSays = (): Promise<unknown> =>
  page.evaluate(() => {
    const { screenWidth, screenHeight } = window.simulatorShell?.sizes ?? {};
    return [screenWidth, screenHeight];
  });

test.each([
  ['390×844', 0, 900, [390, 844], '390 × 844 · 100 %'],
  ['320×568', 1, 900, [320, 568], '320 × 568 · 100 %'],
  ['430×932', 2, 900, [430, 932], '430 × 932 · 91 % · 看原大小'],
  ['390×844 in a low window', 0, 700, [390, 844], '390 × 844 · 77 % · 看原大小'],
])('%s keeps its pixels, is seen whole and tells its scale', async (_, screen, height, size, told) => {
  await choose(screen, height);
  expect(await phoneSays()).toEqual(size);
  expect(await shell('phone-scale').innerText()).toBe(told);
  const box = await shell('phone').boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
});

test('a phone that was drawn smaller is shown in its own size on a tap, to be scrolled, and back', async () => {
  await choose(2, 700);
  await shell('phone-scale').click();
  expect((await shell('phone').boundingBox())?.height).toBe(932);
  await shell('phone-scale').scrollIntoViewIfNeeded();
  await shell('phone-scale').filter({ hasText: '100 % · 放进窗口' }).click();
  expect((await shell('phone').boundingBox())?.height).toBeLessThan(700);
});

test('another screen moves nothing beside the phone', async () => {
  await choose(0, 900);
  const before = await shell('panel').boundingBox();
  for (const screen of [1, 2]) {
    await choose(screen, 900);
    expect(await shell('panel').boundingBox()).toEqual(before);
  }
});

test('a low status bar lies in a screen whose corners cut nothing off', async () => {
  const corner = (): Promise<string> =>
    shell('phone').evaluate(phone => getComputedStyle(phone).borderTopLeftRadius);
  await choose(1, 900);
  expect(await corner()).toBe('3px');
  await choose(0, 900);
  expect(await corner()).toBe('40px');
});

test('bare, and in a window as small as a phone, there is the app only', async () => {
  await page.goto(`http://127.0.0.1:${server.port}/?bare&openid=somebody`);
  expect(await shell('panel').count()).toBe(0);
  expect(await phoneSays()).toEqual([1440, 900]);
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto(`http://127.0.0.1:${server.port}/?openid=somebody`);
  expect(await shell('panel').count()).toBe(0);
  expect(await shell('phone').boundingBox()).toEqual({ x: 0, y: 0, width: 320, height: 568 });
  expect(await shell('phone-scale').isVisible()).toBe(false);
});
