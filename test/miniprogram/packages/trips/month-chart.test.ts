import type { LedgerYear } from '../../../../miniprogram/packages/trips/services/statement';
import { viewYear, yearsOf } from '../../../../miniprogram/packages/trips/views/month-chart';

type Month = LedgerYear['months'][number];

const none = { received: 0, left: 0 };

/** A year in which only these months have something. */
const yearWith = (
  changed: Record<string, Partial<Month>>,
  firstDay: string | null = '2026-02-03',
): LedgerYear => ({
  firstDay,
  months: Array.from({ length: 12 }, (_, index) => {
    const month = `2026-${String(index + 1).padStart(2, '0')}`;
    return { month, entries: 0, carbon: none, bonus: none, ...changed[month] };
  }),
});

const today = '2026-11-20';
const spring = yearWith({
  '2026-02': { entries: 2, carbon: { received: 500, left: 0 } },
  '2026-03': { entries: 9, carbon: { received: 900, left: 40 }, bonus: { received: 100, left: 60 } },
});

describe('bars', () => {
  const { bars, below } = viewYear(spring, today);

  test('are as high as what came, together never higher than the room for them', () => {
    expect(bars[1]).toMatchObject({ name: '2', carbon: 50, bonus: 0, left: 0 });
    expect(bars[2]).toMatchObject({ name: '3', carbon: 90, bonus: 10, left: 100 });
  });

  test('give what left some room, and none where nothing did', () => {
    expect(below).toBe(12);
    expect(viewYear(yearWith({ '2026-02': { carbon: { received: 5, left: 0 } } }), today).below).toBe(0);
  });

  test('show what is small beside the rest', () => {
    const small = { '2026-02': { carbon: { received: 100_000, left: 0 }, bonus: { received: 1, left: 0 } } };
    expect(viewYear(yearWith(small), today).bars[1]).toMatchObject({ carbon: 96, bonus: 4 });
  });

  test('end where the year has come to', () => {
    expect(bars.filter(({ isNow }) => isNow).map(({ name }) => name)).toEqual(['11']);
    expect(bars.filter(({ isAhead }) => isAhead).map(({ name }) => name)).toEqual(['12']);
    expect(viewYear(spring, '2027-01-01').bars.some(({ isAhead }) => isAhead)).toBe(false);
  });

  test('are without height in a year without entries', () => {
    for (const { carbon, bonus, left } of viewYear(yearWith({}), today).bars)
      expect([carbon, bonus, left]).toEqual([0, 0, 0]);
  });
});

describe('rows', () => {
  const { rows, received, left, label } = viewYear(spring, today);

  test('go from this month back to the account’s first', () => {
    expect(rows.map(({ name }) => name)).toEqual([
      '11月',
      '10月',
      '9月',
      '8月',
      '7月',
      '6月',
      '5月',
      '4月',
      '3月',
      '2月',
    ]);
  });

  test('say in words what the bars show', () => {
    expect(rows[8]).toEqual({
      month: '2026-03',
      name: '3月',
      entries: '9 笔',
      received: '+1,000',
      left: '−100',
      isStill: false,
      label: '3月，9 笔，收入 1,000，支出 100',
    });
    expect(rows[0]).toMatchObject({ entries: '没有变动', isStill: true, label: '11月，没有变动' });
  });

  test('add up, and the picture is told in a sentence', () => {
    expect([received, left]).toEqual(['1,500', '100']);
    expect(label).toBe('2026年每月积分图，收入最多的是3月，1,000 积分');
    expect(viewYear(yearWith({}), today).label).toBe('2026年每月积分图，还没有收入');
  });
});

test('years begin with the account’s', () => {
  expect(yearsOf('2024-12-31', today)).toEqual({ first: 2024, last: 2026 });
  expect(yearsOf(null, today)).toEqual({ first: 2026, last: 2026 });
});
