import { PagedList, type PageSource } from '../../../miniprogram/services/paged-list';

/** Days of three months, latest first, two a page; the cursor is where the next page begins. */
const days = ['2026-11-20', '2026-11-02', '2026-10-31', '2026-10-01', '2026-09-30'];
const pageFrom = (at: number) => ({
  items: days.slice(at, at + 2),
  nextCursor: at + 2 < days.length ? at + 2 : null,
});
const sumsAsked: string[][] = [];
const source: PageSource<string, number> = {
  first: async () => ({ data: pageFrom(0), atMs: 1, isStored: false }),
  more: async cursor => pageFrom(cursor),
  monthOf: day => day.slice(0, 7),
  sumMonths: async months => {
    sumsAsked.push(months);
    return Object.fromEntries(months.map(month => [month, `sum of ${month}`]));
  },
};
const listOf = (changed: Partial<PageSource<string, number>> = {}) =>
  new PagedList({ ...source, ...changed });
beforeEach(() => sumsAsked.splice(0));

test('reads page after page to the end, and asks for each month once', async () => {
  const list = listOf();
  await list.readFirst();
  expect(list.isBeyondFirst).toBe(false);
  while (list.hasMore) await list.readMore();
  expect(list.isBeyondFirst).toBe(true);
  expect(list.items).toEqual(days);
  expect(await list.readMore()).toBe(false);
  expect(sumsAsked).toEqual([['2026-11'], ['2026-10'], ['2026-09']]);
  expect(Object.keys(list.sums)).toHaveLength(3);
});

test('two requests for more at once read one page', async () => {
  const list = listOf();
  await list.readFirst();
  expect(await Promise.all([list.readMore(), list.readMore()])).toEqual([true, false]);
  expect(list.items).toHaveLength(4);
});

test('a page that comes after the list was begun anew is dropped', async () => {
  const slow: { answer?: () => void } = {};
  const list = listOf({
    more: cursor =>
      new Promise(resolve => {
        slow.answer = () => resolve(pageFrom(cursor));
      }),
  });
  await list.readFirst();
  const late = list.readMore();
  await list.readFirst();
  slow.answer?.();
  expect(await late).toBe(false);
  expect(list.items).toEqual(days.slice(0, 2));
});

test('what was read stays when a page fails, and the next try reads it', async () => {
  let isDown = true;
  const list = listOf({
    more: async cursor => {
      if (isDown) throw new Error('offline');
      return pageFrom(cursor);
    },
  });
  await list.readFirst();
  await expect(list.readMore()).rejects.toThrow('offline');
  isDown = false;
  expect(await list.readMore()).toBe(true);
  expect(list.items).toEqual(days.slice(0, 4));
});

test('a list without sums is better than none, and a stored copy has none', async () => {
  const withoutSums = listOf({ sumMonths: () => Promise.reject(new Error('busy')) });
  await withoutSums.readFirst();
  expect([withoutSums.items.length, withoutSums.sums]).toEqual([2, {}]);
  const stored = listOf({ first: async () => ({ data: pageFrom(0), atMs: 1, isStored: true }) });
  await stored.readFirst();
  expect([stored.copy, sumsAsked]).toEqual([{ atMs: 1, isStored: true }, []]);
});
