import { type ComponentPage, ComponentPages } from './component-pages';

let pages: ComponentPages;
let page: ComponentPage;

beforeAll(async () => {
  pages = await ComponentPages.start();
  page = await pages.open('lists');
});
beforeEach(() => page.forget());
afterAll(() => pages.stop());

const scrolled = () => page.at('list').evaluate(element => element.scrollTop);

describe('scroll-view', () => {
  test('tells how far it was scrolled, and each end once', async () => {
    await page.at('list').hover();
    await page.page.mouse.wheel(0, 100);
    const [scroll] = await page.details('scroll');
    expect(scroll).toEqual({
      scrollLeft: 0,
      scrollTop: expect.any(Number),
      scrollHeight: 1200,
      scrollWidth: 375,
      deltaX: 0,
      deltaY: expect.any(Number),
    });
    expect(scroll?.deltaY).toBeLessThan(0);
    await page.page.mouse.wheel(0, 2000);
    expect(await page.details('scrolltolower')).toEqual([{ direction: 'bottom' }]);
    await page.page.mouse.wheel(0, -3000);
    expect(await page.details('scrolltoupper')).toEqual([{ direction: 'top' }]);
  });

  test('scrolls to a node by its id', async () => {
    await page.at('into').click();
    await page.details('scroll');
    expect(await scrolled()).toBe(600);
  });

  test('sideways, with its items in a row', async () => {
    await page.at('row').evaluate(element => element.scrollTo({ left: 2000, behavior: 'instant' }));
    expect(await page.details('scrolltolower')).toEqual([{ direction: 'right' }]);
  });

  test('pulled far enough it asks for new data, and goes back when the page has them', async () => {
    await page.at('list').evaluate(element => element.scrollTo({ top: 0, behavior: 'instant' }));
    await page.drag('list', 0, 140);
    expect((await page.details('refresherpulling')).length).toBeGreaterThan(1);
    await page.details('refresherrefresh');
    expect(
      await page
        .at('list')
        .locator('.wx-scroll-view-refresher')
        .evaluate(element => (element as HTMLElement).style.height),
    ).toBe('45px');
    await page.at('done').click();
    await page.details('refresherrestore');
  });

  test('pulled a little it lets go', async () => {
    await page.drag('list', 0, 50);
    await page.details('refresherabort');
    expect(await page.events('refresherrefresh')).toEqual([]);
  });
});

describe('swiper', () => {
  test('a swipe turns to the next slide', async () => {
    await page.drag('swiper', -150, 0);
    expect(await page.details('change')).toEqual([{ current: 1, currentItemId: 'slide-1', source: 'touch' }]);
    await page.details('animationfinish');
    expect(await page.at('slide-1').boundingBox()).toMatchObject({ x: 0, width: 300 });
    expect(await page.at('slide-0').getAttribute('aria-hidden')).toBe('true');
  });

  test('the page can turn it, and the dots follow', async () => {
    await page.at('third').click();
    expect(await page.details('change')).toEqual([{ current: 2, currentItemId: 'slide-2', source: '' }]);
    const active = page.at('swiper').locator('.wx-swiper-dot').nth(2);
    expect(await active.getAttribute('class')).toContain('wx-swiper-dot-active');
  });

  test('it ends at the last slide, unless it goes round', async () => {
    await page.drag('swiper', -150, 0);
    await page.drag('circle', 150, 0);
    expect(await page.details('change')).toEqual([{ current: 2, currentItemId: '', source: 'touch' }]);
  });

  test('plays by itself', async () => {
    await page.at('play').click();
    const changes = await page.details('change', 3);
    expect(changes.slice(0, 3)).toEqual(
      [1, 2, 0].map(current => ({ current, currentItemId: '', source: 'autoplay' })),
    );
  });
});

test('a movable view follows the finger and stays in its area', async () => {
  await page.drag('movable', 30, 20);
  const moves = await page.details('change');
  expect(moves.filter(move => move.source === 'touch').at(-1)).toEqual({ x: 40, y: 30, source: 'touch' });
  await page.drag('movable', 500, 0);
  const area = await page.at('area').boundingBox();
  const view = await page.at('movable').boundingBox();
  expect((view?.x ?? 0) + (view?.width ?? 0)).toBe((area?.x ?? 0) + (area?.width ?? 0));
});

test('fingers do the same as the mouse', async () => {
  const phone = await pages.open('lists', { hasTouch: true, isMobile: true });
  const session = await phone.page.context().newCDPSession(phone.page);
  const box = await phone.at('swiper').boundingBox();
  const at = (x: number) => [{ x: (box?.x ?? 0) + x, y: (box?.y ?? 0) + 50 }];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(250) });
  for (const x of [220, 180, 120, 60])
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(x) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  expect(await phone.details('change')).toEqual([{ current: 1, currentItemId: 'slide-1', source: 'touch' }]);
  await phone.close();
});
