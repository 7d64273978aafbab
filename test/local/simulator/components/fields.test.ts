import { type ComponentPage, ComponentPages } from './component-pages';

let pages: ComponentPages;
let page: ComponentPage;

beforeAll(async () => {
  pages = await ComponentPages.start();
  page = await pages.open('fields');
});
beforeEach(() => page.forget());
afterAll(() => pages.stop());

const field = (name: string) => page.at(name).locator('.wx-text-field');
const writtenIn = (name: string) => field(name).inputValue();

describe('input', () => {
  test('tells what is written, with the cursor, and gives it to a model: binding', async () => {
    await field('name').click();
    await field('name').pressSequentially('ab');
    expect(await page.details('focus')).toEqual([{ value: '', height: 0 }]);
    expect(await page.details('input', 2)).toEqual([
      { value: 'a', cursor: 1, keyCode: 97 },
      { value: 'ab', cursor: 2, keyCode: 98 },
    ]);
    expect(await page.at('bound').textContent()).toBe('ab');
  });

  test('stops at maxlength', async () => {
    await field('name').fill('abcdefgh');
    expect((await page.details('input')).at(-1)).toMatchObject({ value: 'abcde' });
    expect(await writtenIn('name')).toBe('abcde');
  });

  test('the enter key confirms, and the field loses the focus', async () => {
    await field('name').fill('好');
    await field('name').press('Enter');
    expect(await page.details('confirm')).toEqual([{ value: '好' }]);
    expect(await page.details('blur')).toEqual([{ value: '好', cursor: 1 }]);
  });

  test('the placeholder has the class of the page and goes when something is written', async () => {
    await field('name').fill('');
    const placeholder = page.at('name').locator('.wx-text-placeholder');
    expect(await placeholder.evaluate(element => getComputedStyle(element).color)).toBe('rgb(1, 2, 3)');
    await field('name').fill('x');
    await placeholder.waitFor({ state: 'detached' });
    await page.page.getByPlaceholder('名字').waitFor();
  });

  test('is found by its label', async () => {
    await page.page.getByRole('textbox', { name: '名字' }).waitFor();
  });

  test('a keyboard for numbers has no letters', async () => {
    await field('number').fill('3a4');
    expect(await writtenIn('number')).toBe('34');
    expect(await field('number').getAttribute('inputmode')).toBe('numeric');
  });

  test('a handler may answer what shall stand in the field', async () => {
    await field('upper').fill('abc');
    expect(await writtenIn('upper')).toBe('ABC');
  });

  test('a password is not shown', async () => {
    expect(await field('secret').getAttribute('type')).toBe('password');
    expect(await writtenIn('secret')).toBe('geheim');
  });

  test('focus set by the page brings the keyboard', async () => {
    await page.at('focus').click();
    await page.page.locator('[data-test="focused"] .wx-text-field:focus').waitFor();
  });
});

test('textarea grows with its lines and tells how many there are', async () => {
  const before = (await page.at('story').boundingBox())?.height ?? 0;
  await field('story').fill('一\n二\n三');
  const [change] = await page.details('linechange');
  expect(change).toMatchObject({ lineCount: 3 });
  const height = (await page.at('story').boundingBox())?.height ?? 0;
  expect(Math.round(height / before)).toBe(3);
  expect(await page.events('input')).toHaveLength(1);
});

describe('choices', () => {
  test('switch', async () => {
    await page.at('switch').click();
    expect(await page.details('change')).toEqual([{ value: true }]);
    expect(await page.page.getByRole('switch').getAttribute('aria-checked')).toBe('true');
    await page.at('switch').click();
    expect(await page.details('change', 2)).toEqual([{ value: true }, { value: false }]);
  });

  test('a switch that looks like a checkbox begins as the page says', async () => {
    expect(await page.at('tick').getAttribute('aria-checked')).toBe('true');
    expect(await page.at('tick').locator('.wx-checkbox-input-checked').count()).toBe(1);
  });

  test('checkboxes tell all that is chosen, in the order of the page; a disabled one stays as it is', async () => {
    await page.at('plum').click({ force: true });
    await page.at('pear').click();
    expect(await page.details('change')).toEqual([{ value: ['apple', 'pear'] }]);
  });

  test('a tap on a label is a tap on its checkbox, and one on the checkbox is not two', async () => {
    await page.at('apple-label').click({ position: { x: 50, y: 10 } });
    expect(await page.details('change')).toEqual([{ value: ['pear'] }]);
    await page.at('apple').click();
    expect(await page.details('change', 2)).toEqual([{ value: ['pear'] }, { value: ['apple', 'pear'] }]);
  });

  test('one radio at a time, also through a label far away', async () => {
    await page.at('large-label').click();
    expect(await page.details('change')).toEqual([{ value: 'l' }]);
    expect(await page.at('small').getAttribute('aria-checked')).toBe('false');
    await page.at('large').click();
    await page.at('small').click();
    expect(await page.details('change', 2)).toEqual([{ value: 'l' }, { value: 's' }]);
  });
});

test('slider goes in steps while it is dragged, and tells the end once', async () => {
  const thumb = await page.at('slider').locator('.wx-slider-thumb').boundingBox();
  const track = await page.at('slider').locator('.wx-slider-handle-wrapper').boundingBox();
  if (thumb === null || track === null) throw new Error('no slider');
  const y = track.y + track.height / 2;
  await page.page.mouse.move(thumb.x + thumb.width / 2, y);
  await page.page.mouse.down();
  await page.page.mouse.move(track.x + track.width * 0.61, y, { steps: 6 });
  await page.page.mouse.up();
  expect(await page.details('change')).toEqual([{ value: 30 }]);
  const passed = (await page.details('changing')).map(({ value }) => Number(value));
  expect(passed.every(value => value % 5 === 0)).toBe(true);
  expect(await page.at('slider').getAttribute('aria-valuenow')).toBe('30');
});

test('a form collects every field with a name, custom ones too, and can be emptied', async () => {
  const fresh = await pages.open('fields');
  await fresh.at('name').locator('.wx-text-field').fill('小林');
  await fresh.at('submit').click();
  expect(await fresh.details('submit')).toEqual([
    {
      value: {
        name: '小林',
        number: '12',
        story: '',
        switch: false,
        fruit: ['apple'],
        size: 's',
        slider: 20,
        custom: 'from custom',
      },
      formId: '',
    },
  ]);
  await fresh.at('reset').click();
  await fresh.details('reset');
  await fresh.at('submit').click();
  const [, emptied] = await fresh.details('submit', 2);
  expect(emptied?.value).toMatchObject({
    name: '',
    number: '',
    switch: false,
    fruit: [],
    size: '',
    slider: 0,
  });
  await fresh.close();
});
