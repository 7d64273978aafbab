import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../../../local/simulator/open-browser';
import { type RunningSimulator, startSimulator } from '../../../../local/simulator/server/start-simulator';

/** On a busy machine as well. */
const PATIENCE_MS = 60_000;

let simulator: RunningSimulator;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  const appFolder = path.join(__dirname, '../fixtures/app');
  [simulator, browser] = await Promise.all([startSimulator({ appFolder, port: 0 }), openBrowser()]);
  page = await browser.newPage({ viewport: { width: 375, height: 600 } });
  page.on('console', message => message.type() === 'error' && problems.push(message.text()));
});

afterAll(async () => {
  await browser?.close();
  await simulator?.stop();
});

/** Opens the app anew at a page. */
async function open(hash: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${simulator.url}/app/#/${hash}`);
  await page.waitForSelector('wx-page');
}

/** On the page on top: pages below stay in the document, hidden. */
const on = (id: string) => page.locator(`wx-page:not([hidden]) #${id}`);

async function shows(id: string, text: string): Promise<void> {
  const found = page.locator(`wx-page:not([hidden]) #${id}`).filter({ hasText: text });
  await found.waitFor({ timeout: PATIENCE_MS }).catch(async () => {
    // The comparison gives a better message than the waiting.
    expect(`${id}: ${await on(id).innerText()}`).toBe(`${id}: ${text}`);
  });
}

function styleOf(id: string, property: string): Promise<string> {
  return on(id).evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

describe('a page', () => {
  beforeAll(() => open('pages/home/home?from=test'));

  test.each([
    ['WXS keeps its own rules', 'wxs', 'a#b## Array Object wxs 5'],
    ['an imported template is filled', 'template-row', 'from template'],
    ['an included file sees the page’s data', 'included', 'from include'],
    ['modules of all kinds meet in CommonJS', 'modules', '3 old 8 typed 1.0 b'],
    ['globals of the browser are hidden', 'hidden-globals', 'none'],
    ['components have their life, behaviours and properties', 'life', 'attached ready 计数 behavior'],
    ['observers run before the first picture', 'box', '计数 3 6'],
    ['slots are filled', 'slotted-title', '题目'],
    ['relations link what lies inside of other nodes', 'relation', 'x,y'],
    ['a query measures nodes and the viewport', 'measured', '37.5 rpx 0'],
    ['the life cycle is in order', 'log', 'launch pages/home/home|show|load test|page show|ready'],
  ])('%s', async (_, id, text) => {
    await shows(id, text);
  });

  test('a generic component is the one that was named', async () => {
    expect(await page.locator('wx-picky wx-choice').innerText()).toBe('generic');
  });

  test('classes reach components only where these let them', async () => {
    expect(await styleOf('isolated', 'color')).toBe('rgb(10, 20, 30)');
    expect(await styleOf('loose', 'color')).toBe('rgb(1, 2, 3)');
    const title = page.locator('wx-card [class*="title"]').first();
    expect(await title.evaluate(one => getComputedStyle(one).color)).toBe('rgb(0, 0, 255)');
    expect(await title.evaluate(one => getComputedStyle(one).fontWeight)).toBe('700');
  });

  test('rpx count on the phone’s width', async () => {
    expect(await styleOf('rpx', 'width')).toBe('37.5px');
    expect(await styleOf('counter', 'padding-left')).toBe('5px');
  });

  test('a relative image is loaded', async () => {
    const sizes = await on('picture').evaluate(host =>
      [...host.querySelectorAll('img')].map(image => image.naturalWidth),
    );
    expect(sizes).toEqual([2]);
  });

  test('data-test stays on hosts', async () => {
    expect(await page.locator('[data-test="counter"]').getAttribute('data-item-id')).toBe('7');
  });

  test('a missing component is named on the screen and in the console', async () => {
    const mark = page.locator('[data-missing-component]');
    expect(await mark.getAttribute('data-missing-component')).toBe('缺少组件 <nowhere>');
    expect(problems.join('\n')).toContain('组件 <nowhere> 找不到 /components/nowhere/nowhere');
  });
});

describe('events', () => {
  beforeAll(() => open('pages/home/home'));

  test('a component’s event comes with detail, id, dataset and mark', async () => {
    await on('box').click();
    await shows('change', '4 counter 7');
    await shows('bubbled', 'outer counter');
  });

  test('capture comes first and catch ends the way up', async () => {
    await on('caught').click();
    await shows('taps', 'capture inner 1 tap');
    expect((await on('taps').innerText()).trim()).toBe('capture inner 1 tap');
  });

  test('a long press is told while the finger rests', async () => {
    await on('pressed').click({ delay: 500 });
    await shows('long', 'pressed');
  });

  test('what is written goes into the data', async () => {
    await on('field').locator('input').fill('second');
    await shows('typed', 'second');
  });

  test('scrolling to the end is told to the page and to observers', async () => {
    await page.evaluate(() => document.querySelector('wx-page')?.scrollTo(0, 1e6));
    await shows('seen', 'yes');
    await shows('log', 'bottom');
  });

  test('pulling the page down far enough refreshes it, and a little does not', async () => {
    await open('pages/home/home');
    const pull = async (distance: number) => {
      await page.mouse.move(200, 20);
      await page.mouse.down();
      await page.mouse.move(200, 20 + distance, { steps: 5 });
      await page.mouse.up();
    };
    await pull(60);
    await on('box').click();
    await shows('change', '4 counter 7');
    expect(await on('log').innerText()).not.toContain('refresh');
    await pull(200);
    await shows('log', 'refresh');
  });

  test('an error of a handler is named with its file, and the app goes on', async () => {
    await on('fail').click();
    await page.locator('#simulator-problems').filter({ hasText: 'pages/home/home.js' }).waitFor();
    await page.locator('#simulator-problems button').click();
    await on('box').click();
    await shows('change', '5 counter 7');
  });
});

describe('moving between pages', () => {
  beforeEach(() => open('pages/home/home'));

  test('a page gets its query as it was written, its properties, and a channel to its opener', async () => {
    await on('go').click();
    await shows('query', 'home %E4%BD%A0 home');
    await shows('asked', 'question');
    await shows('pages', '2');
    expect(page.url()).toContain('#/pages/second/second?from=home');
    await on('back').click();
    await shows('channel', 'answer from second');
    await shows('log', 'ready|hide|page show');
  });

  test('a page’s style ends with the page', async () => {
    await on('go').click();
    expect(await styleOf('query', 'color')).not.toBe('rgb(9, 9, 9)');
  });

  test('a tab page is not for navigateTo', async () => {
    await on('go').click();
    await on('too-deep').click();
    await shows('too-deep', 'navigateTo:fail can not navigateTo a tabbar page');
  });

  test('ten pages are the most', async () => {
    await on('deep').click();
    for (let pages = 2; pages < 10; pages += 1) {
      await shows('deep-text', 'in a subpackage');
      await on('again').click();
      await page.waitForFunction(count => document.querySelectorAll('wx-page').length === count, pages + 1);
    }
    await on('again').click();
    await shows('deep-text', 'navigateTo:fail page limit exceeded: 10');
  });

  test('a tab page stays alive while another tab is shown', async () => {
    await on('box').click();
    await on('to-other').click();
    await shows('other', '另一页 1');
    await on('to-home').click();
    await shows('box', '计数 4 8');
    await on('to-other').click();
    await shows('other', '另一页 1');
  });
});

test('a file may declare a name that the runtime has as well', async () => {
  await open('pages/other/other');
  await shows('launched', 'launch pages/other/other');
});

describe('the frame', () => {
  test('dark is what the system says', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open('pages/home/home');
    expect(await styleOf('wxs', 'color')).toBe('rgb(250, 250, 250)');
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('a page that does not exist leaves the first page on the screen', async () => {
    await open('pages/gone/gone');
    await shows('slotted', '正文');
    await page.locator('#simulator-problems').filter({ hasText: '页面不存在：pages/gone/gone' }).waitFor();
  });
});
