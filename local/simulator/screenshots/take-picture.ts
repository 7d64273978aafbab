import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Picture } from './pictures';

const PHONE = { width: 390, height: 844 };
/** As sharp as a phone's screen needs to look in a document, and no larger. */
const SHARPNESS = 2;
const PATIENCE_MS = 60_000;
/** Numbers that roll and lists that fade in have come to rest by then. */
const REST_MS = 1500;

/** Opens the page on a phone of its own and writes `<folder>/<name>.png`. */
export async function takePicture(
  browser: Browser,
  url: string,
  picture: Picture,
  folder: string,
): Promise<void> {
  const { name, openid, route, elder, theme = 'light' } = picture;
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: SHARPNESS });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.addInitScript(
    look => localStorage.setItem('simulator:device', look),
    JSON.stringify({ theme }),
  );
  if (elder) await context.addInitScript(keepElderMode, `simulator:storage:${openid}:elder-mode`);
  const page = await context.newPage();
  await page.goto(`${url}/?bare&openid=${openid}#${route}`);
  await page.evaluate(() => window.simulator?.ready);
  const app = page.frameLocator('iframe[name="app"]');
  await app.locator('[class*="skeleton"]:visible').first().waitFor({ state: 'detached' });
  // A check that runs on the page has a button that stops it.
  await app.locator('[data-test="stop"]:visible').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(REST_MS);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await context.close();
}

const keepElderMode = (key: string): void => localStorage.setItem(key, '{"type":"json","value":true}');
