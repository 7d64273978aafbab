import { type ComponentPage, ComponentPages } from './component-pages';

let pages: ComponentPages;
let page: ComponentPage;

beforeAll(async () => {
  pages = await ComponentPages.start();
  page = await pages.open('basics');
});
beforeEach(() => page.forget());
afterAll(() => pages.stop());

describe('view', () => {
  test('a tap has the shape of a phone, with where it was touched', async () => {
    await page.at('box').click();
    await page.details('tap');
    const [tap] = await page.events('tap');
    expect(tap).toEqual({
      type: 'tap',
      detail: { x: expect.any(Number), y: expect.any(Number) },
      target: expect.objectContaining({ id: 'box', dataset: { test: 'box', number: 7 } }),
      currentTarget: expect.objectContaining({ id: 'box', dataset: { test: 'box', number: 7 } }),
      timeStamp: expect.any(Number),
      touches: expect.any(Array),
      changedTouches: [
        expect.objectContaining({ identifier: expect.any(Number), pageX: expect.any(Number) }),
      ],
      mark: { which: 'outer' },
    });
  });

  test('screen readers get its role and label, tests its data and id', async () => {
    await expect(page.page.getByRole('button', { name: '盒子' }).getAttribute('data-test')).resolves.toBe(
      'box',
    );
    await expect(page.at('box').getAttribute('data-number')).resolves.toBe('7');
  });

  test('hover-class is there while the mouse presses, and goes away afterwards', async () => {
    await page.at('box').hover();
    await page.page.mouse.down();
    await page.page.locator('[data-test="box"][wx-hover]').waitFor();
    expect(await page.style('box', 'opacity')).toBe('0.5');
    await page.page.mouse.up();
    await page.page.locator('[data-test="box"]:not([wx-hover])').waitFor();
    expect(await page.style('box', 'opacity')).toBe('1');
  });

  test('hidden wins over a class that would show it', async () => {
    expect(await page.at('gone').isVisible()).toBe(false);
  });
});

test('text breaks lines, decodes entities, widens spaces and can be selected', async () => {
  const shown = (name: string) => page.at(name).evaluate(element => element.textContent);
  expect(await shown('lines')).toBe('一行\n二行');
  expect(await shown('decoded')).toBe('<三\u00a0四>');
  expect(await shown('spaced')).toBe('五\u2003六');
  expect(await page.style('selectable', 'user-select')).toBe('text');
});

describe('button', () => {
  test('looks like the second style: 184 pixels wide, green when primary, small when mini', async () => {
    expect(await page.style('button', 'width')).toBe('184px');
    expect(await page.style('button', 'background-color')).toBe('rgb(7, 193, 96)');
    expect(await page.style('mini', 'display')).toBe('inline-block');
    expect(await page.at('loading').locator('.wx-button-loading').count()).toBe(1);
  });

  test('without the second style it is as wide as its place and of the older green', async () => {
    const root = page.page.locator('html');
    await root.evaluate(element => element.setAttribute('wx-style', 'v1'));
    expect(await page.style('button', 'width')).toBe('375px');
    expect(await page.style('button', 'background-color')).toBe('rgb(26, 173, 25)');
    await root.evaluate(element => element.setAttribute('wx-style', 'v2'));
  });

  test('a disabled one keeps its tap', async () => {
    await page.at('disabled').click({ force: true });
    await page.at('button').click();
    await page.details('tap');
    const taps = await page.events('tap');
    expect(taps.map(tap => tap.target.dataset.test)).toEqual(['button']);
    expect(await page.at('disabled').getAttribute('aria-disabled')).toBe('true');
  });

  test('the pressed look of its own comes with the mouse', async () => {
    await page.at('button').hover();
    await page.page.mouse.down();
    await page.page.locator('[data-test="button"][wx-hover="button-hover"]').waitFor();
    expect(await page.style('button', 'background-image')).toContain('gradient');
    await page.page.mouse.up();
  });

  test('share asks the page what to share, and says which button it was', async () => {
    await page.at('share').click();
    const [options] = await page.details('share');
    expect(options).toEqual({ from: 'button', target: { id: '', dataset: { test: 'share' } } });
  });

  test('a refused phone number is told as on a phone, and a put-away avatar not at all', async () => {
    await page.at('avatar').click();
    await page.at('phone').click();
    const [answer] = await page.details('getphonenumber');
    expect(answer).toMatchObject({ errMsg: 'getPhoneNumber:fail user deny' });
    expect(await page.events('chooseavatar')).toEqual([]);
  });

  test('consent to the privacy guideline is told', async () => {
    await page.at('agree').click();
    expect(await page.details('agreeprivacyauthorization')).toEqual([
      { errMsg: 'agreePrivacyAuthorization:ok' },
    ]);
  });
});

describe('image', () => {
  test.each([
    ['scaleToFill', 'fill', '50% 50%', 240],
    ['aspectFit', 'contain', '50% 50%', 240],
    ['aspectFill', 'cover', '50% 50%', 240],
    ['widthFix', 'fill', '50% 50%', 50],
    ['top left', 'none', '0% 0%', 240],
    ['center', 'none', '50% 50%', 240],
  ])('%s', async (mode, fit, position, height) => {
    const picture = page.at(`image-${mode}`).locator('img');
    await picture.evaluate((element: HTMLImageElement) => element.decode());
    const [objectFit, objectPosition] = await picture.evaluate(element => {
      const style = getComputedStyle(element);
      return [style.objectFit, style.objectPosition];
    });
    expect([objectFit, objectPosition]).toEqual([fit, position]);
    expect((await page.at(`image-${mode}`).boundingBox())?.height).toBe(height);
  });

  test('tells its real size when loaded, and what went wrong when not', async () => {
    page.remember();
    expect(await page.details('load')).toEqual([{ width: 40, height: 20 }]);
    expect(await page.details('error')).toEqual([{ errMsg: 'GET /missing.png 404 (Not Found)' }]);
  });
});

test('icon, cover-view and progress have their sizes', async () => {
  expect(await page.at('icon').boundingBox()).toMatchObject({ width: 40, height: 40 });
  expect(await page.at('cover').locator('wx-cover-image').boundingBox()).toMatchObject({
    width: 20,
    height: 10,
  });
  expect(await page.at('progress').textContent()).toBe('40%');
  expect(await page.at('progress').getAttribute('aria-valuenow')).toBe('40');
  page.remember();
  expect(await page.details('activeend')).toEqual([{ curPercent: 5 }]);
});

test('rich-text keeps what is trusted and drops scripts, handlers and frames', async () => {
  const html = await page.at('rich').locator('.wx-rich-text-content').innerHTML();
  expect(html).toMatch(/^<p class="a">粗<b>体<\/b><img src="[^"]*picture\.png"><\/p>$/);
  const nodes = page.at('nodes').locator('.wx-rich-text-content');
  expect(await nodes.textContent()).toBe('节点\u00a0好');
  expect(await nodes.locator('iframe').count()).toBe(0);
  expect((await nodes.locator('div').boundingBox())?.width).toBeCloseTo(50, 0);
});

test('dark mode changes the colours of the components', async () => {
  const dark = await pages.open('basics', { colorScheme: 'dark' });
  expect(await dark.style('mini', 'background-color')).toBe('rgba(255, 255, 255, 0.1)');
  await dark.close();
});
