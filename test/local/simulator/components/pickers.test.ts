import { type ComponentPage, ComponentPages } from './component-pages';

let pages: ComponentPages;
let page: ComponentPage;

beforeAll(async () => {
  pages = await ComponentPages.start();
  page = await pages.open('pickers');
});
beforeEach(() => page.forget());
afterAll(() => pages.stop());

const column = (at: number) => page.page.locator('.wx-picker-column').nth(at);
const confirm = () => page.page.getByRole('button', { name: '确定' }).click();

/** Far longer than a wheel turns. */
const TURN_MS = 3_000;

/** Turns a column by a tap on one of its items, and waits until it rests there; what a turn was lost in is tapped again. */
async function choose(at: number, label: string): Promise<void> {
  const scroller = column(at);
  for (let isThere = false; !isThere; ) {
    // Listening before the tap; the wheel has listened before, so it knows first that it rests.
    const rested = scroller.evaluate(
      (element, { text, turnMs }) =>
        new Promise<boolean>(resolve => {
          const isAtIt = (): boolean =>
            element.children[Math.round(element.scrollTop / 40)]?.textContent === text;
          element.addEventListener('scrollend', () => {
            if (isAtIt()) resolve(true);
          });
          setTimeout(() => resolve(isAtIt()), turnMs);
        }),
      { text: label, turnMs: TURN_MS },
    );
    await scroller.getByText(label, { exact: true }).click();
    isThere = await rested;
  }
}

test('selector answers the index as text', async () => {
  await page.at('selector').click();
  await page.page.getByText('城市').waitFor();
  await choose(0, '珠海');
  await confirm();
  expect(await page.details('change')).toEqual([{ value: '2' }]);
});

test('it opens at the chosen item; put away, it tells cancel alone', async () => {
  await page.at('selector').click();
  expect(await column(0).evaluate(element => element.scrollTop)).toBe(80);
  await page.page.getByRole('button', { name: '取消' }).click();
  expect(await page.details('cancel')).toEqual([{}]);
  expect(await page.events('change')).toEqual([]);
  expect(await page.page.locator('.wx-picker-layer').count()).toBe(0);
});

test('several columns tell each turn, and the page can fill the later ones', async () => {
  await page.at('multi').click();
  await choose(0, '越秀');
  expect(await page.details('columnchange')).toEqual([{ column: 0, value: 1 }]);
  await column(1).getByText('乙').waitFor();
  await choose(1, '甲');
  await confirm();
  expect(await page.details('change')).toEqual([{ value: [expect.any(Number), 0] }]);
});

test('time stays between start and end', async () => {
  await page.at('time').click();
  expect(await column(0).locator('.wx-picker-item').first().textContent()).toBe('08');
  expect(await column(1).locator('.wx-picker-item').first().textContent()).toBe('15');
  await choose(0, '20');
  expect(await column(1).locator('.wx-picker-item').last().textContent()).toBe('10');
  await choose(1, '05');
  await confirm();
  expect(await page.details('change')).toEqual([{ value: '20:05' }]);
});

test('the days are those of the chosen month', async () => {
  await page.at('date').click();
  expect(await column(2).locator('.wx-picker-item').count()).toBe(28);
  await choose(1, '3月');
  expect(await column(2).locator('.wx-picker-item').count()).toBe(31);
  await confirm();
  expect(await page.details('change')).toEqual([{ value: '2026-03-20' }]);
});

test('a date by month has two columns', async () => {
  await page.at('month').click();
  expect(await page.page.locator('.wx-picker-column').count()).toBe(2);
  await choose(1, '1月');
  await confirm();
  expect(await page.details('change')).toEqual([{ value: '2026-01' }]);
});

test('a region has names, codes and a postcode', async () => {
  await page.at('region').click();
  await choose(2, '福田区');
  await confirm();
  expect(await page.details('change')).toEqual([
    { value: ['广东省', '深圳市', '福田区'], code: ['440000', '440300', '440304'], postcode: '518000' },
  ]);
});

describe('picker-view', () => {
  const content = (name: string) => page.at(name).locator('.wx-picker-view-content');

  test('stands where the page says', async () => {
    expect(await content('first').evaluate(element => element.scrollTop)).toBe(80);
  });

  test('a turned column tells all columns, and when it began and ended', async () => {
    await page.at('second').scrollIntoViewIfNeeded();
    await page.drag('second', 0, -120);
    expect(await page.details('change')).toEqual([{ value: [2, 3] }]);
    expect(await page.details('pickstart')).toHaveLength(1);
    expect(await page.details('pickend')).toHaveLength(1);
  });
});
