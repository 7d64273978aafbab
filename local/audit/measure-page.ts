import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { measureContrast } from './measure-contrast';
import { measureTree } from './measure-tree';
import type { Measurement } from './measurement';
import type { Visit } from './visits';
import { watchSetData } from './watch-set-data';

/** Numbers count up and dots travel for less than this; then the page stands still. */
const SETTLES_MS = 1500;
const LONGEST_WAIT_MS = 15_000;
const LEAST_TARGET_PX = 44;
const LEAST_CONTRAST = 4.5;
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3 };

/** Opens the page anew, in a browser that knows nothing yet, and looks until it stands still. */
export async function measurePage(browser: Browser, url: string, visit: Visit): Promise<Measurement> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    const heard = listen(page);
    // The frame would begin anew under our hands when somebody saves one of its files.
    await page.route('**/app/events', answer => answer.fulfill({ status: 204 }));
    await page.addInitScript(watchSetData);
    const startedAtMs = performance.now();
    await page.goto(`${url}/app/?openid=${visit.openid}#${visit.address}`);
    await page
      .waitForFunction(hasContent, undefined, { timeout: LONGEST_WAIT_MS, polling: 50 })
      .catch(() => {});
    const firstScreenMs = performance.now() - startedAtMs;
    await sleep(SETTLES_MS);
    const tree = await page.evaluate(measureTree, LEAST_TARGET_PX);
    const setData = await page.evaluate(() => window.auditSetData ?? []);
    return {
      ...{ page: visit.page, person: visit.person, firstScreenMs, ...tree, setData, ...heard },
      faintTexts: await faintTexts(page),
    };
  } finally {
    await context.close();
  }
}

type Heard = Pick<Measurement, 'requests' | 'scriptErrors' | 'networkErrors'>;

function listen(page: Page): Heard {
  const heard: Heard = { requests: [], scriptErrors: [], networkErrors: [] };
  page.on('pageerror', error => heard.scriptErrors.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error') heard.scriptErrors.push(message.text());
  });
  page.on('requestfailed', request => {
    const reason = request.failure()?.errorText ?? '';
    // The frame listens for changes of the folder as long as it is open.
    if (!reason.includes('ERR_ABORTED')) heard.networkErrors.push(`${request.url()} ${reason}`);
  });
  page.on('response', response => {
    if (response.status() >= 400) heard.networkErrors.push(`${response.url()} ${response.status()}`);
  });
  page.on('requestfinished', request => {
    const { startTime, responseEnd } = request.timing();
    if (request.url().includes('/call/')) heard.requests.push({ startedAtMs: startTime, ms: responseEnd });
  });
  return heard;
}

/** Runs in the page: whether there is something to read and nothing is being loaded. */
function hasContent(): boolean {
  const isLoading = document.querySelector('[aria-label="正在加载"]') !== null;
  return !isLoading && (document.body.innerText ?? '').trim() !== '';
}

async function faintTexts(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Colours may take their time to change.
    await sleep(400);
    const faint = await page.evaluate(measureContrast, LEAST_CONTRAST);
    found.push(...faint.map(text => `${text} ${colorScheme}`));
  }
  return found;
}
