import { type ComponentPage, ComponentPages } from './component-pages';

let pages: ComponentPages;
let page: ComponentPage;

beforeAll(async () => {
  pages = await ComponentPages.start();
  page = await pages.open('others');
});
beforeEach(() => page.forget());
afterAll(() => pages.stop());

test('a canvas is found by a query and can be drawn on', async () => {
  page.remember();
  expect(await page.details('drawn')).toEqual([{ width: 100, pixel: [255, 0, 0, 255] }]);
});

describe('map', () => {
  test('draws the lines, circles and markers of the page where they belong', async () => {
    const marker = await page.at('map').locator('.wx-map-marker').getAttribute('transform');
    expect(marker).toBe('translate(150 100)');
    const circle = page.at('map').locator('circle[stroke="#0000ff"]');
    expect(Number(await circle.getAttribute('r'))).toBeCloseTo(56.6, 0);
    expect(await page.at('map').locator('polyline').getAttribute('points')).toMatch(/^150\.0,100\.0 /);
  });

  test('tells a tapped marker', async () => {
    await page.at('map').locator('.wx-map-marker').click();
    expect(await page.details('markertap')).toEqual([{ markerId: 5 }]);
  });
});

test('match-media shows what fits the window', async () => {
  expect(await page.at('wide').count()).toBe(1);
  expect(await page.at('tiny').count()).toBe(0);
});

test('root-portal lifts its content out of what clips and moves it, and taps still reach the page', async () => {
  const lifted = page.at('portal');
  expect(await lifted.boundingBox()).toMatchObject({ x: 0, y: 0 });
  expect(
    await lifted.evaluate(element => element.closest('wx-page > .wx-root-portal-content') !== null),
  ).toBe(true);
  await lifted.click();
  await page.details('tap');
});

test('page-meta styles the page, and navigation-bar names it', async () => {
  const colour = await page.page
    .locator('wx-page')
    .evaluate(element => getComputedStyle(element).backgroundColor);
  expect(colour).toBe('rgb(9, 8, 7)');
  expect(await page.page.title()).toBe('新标题');
});

test('page-container comes in, and goes when its cover is tapped', async () => {
  await page.at('open').click();
  await page.details('afterenter');
  expect(await page.at('layer').isVisible()).toBe(true);
  await page.page.locator('.wx-page-container-overlay').click({ position: { x: 10, y: 10 } });
  await page.details('afterleave');
  expect(await page.at('layer').count()).toBe(0);
  expect((await page.events('clickoverlay')).length).toBe(1);
});

test('what only a phone has is named, and its neighbours stand where they would', async () => {
  expect(await page.at('ad').textContent()).toContain('广告（ad）');
  expect(await page.at('shared').isVisible()).toBe(true);
});

test('a video that cannot be played says so', async () => {
  page.remember();
  const [error] = await page.details('error');
  expect(error?.errMsg).toContain('/none.mp4');
});

test('navigator opens the page with its query', async () => {
  await page.at('go').click();
  await page.at('target').waitFor();
  expect(await page.at('target').textContent()).toBe('到了 others');
});
