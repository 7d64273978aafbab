import {
  expiryRows,
  midnightText,
  viewDayBalance,
} from '../../../../miniprogram/packages/trips/views/day-balance';
import type { Balance } from '../../../../miniprogram/views/balance';

const none = { available: 0, held: 0, debt: 0, availableByExpiry: {} };
const balanceOf = (carbon: Partial<Balance['carbon']>, bonus: Partial<Balance['bonus']> = {}): Balance => ({
  carbon: { ...none, ...carbon },
  bonus: { ...none, ...bonus },
});

test.each<[number, number, string]>([
  [500, 1_500, '从那时到现在 +1,000'],
  [1_500, 500, '从那时到现在 −1,000'],
  [500, 500, '和现在一样多'],
])('%i then and %i now: %s', (then, now, difference) => {
  const shown = viewDayBalance(balanceOf({ available: then }), balanceOf({ available: now }));
  expect(shown).toMatchObject({ difference, isEmpty: false, rows: [] });
});

test('what was set aside or owed stands apart, both kinds together', () => {
  const then = balanceOf({ held: 30, debt: 5 }, { held: 12 });
  const shown = viewDayBalance(then, balanceOf({}));
  expect(shown.rows.map(({ value }) => value)).toEqual(['42', '5']);
  expect(shown.isEmpty).toBe(false);
});

test('before the first entry there was nothing', () => {
  expect(viewDayBalance(balanceOf({}), balanceOf({ available: 7 })).isEmpty).toBe(true);
});

describe('what ends when', () => {
  test('is told soonest first, both kinds together', () => {
    const balance = balanceOf(
      { availableByExpiry: { '2028-11': 1_000, '2027-01': 5 } },
      { availableByExpiry: { '2027-01': 7 } },
    );
    expect(expiryRows(balance)).toEqual([
      { name: '2027年1月底', value: '12' },
      { name: '2028年11月底', value: '1,000' },
    ]);
  });

  test.each([
    [7, 7, '2027年7月底', '1'],
    [8, 7, '之后到 2027年8月底', '2'],
  ])('of %i months there are %i rows, the last one %s', (months, rows, name, value) => {
    const all = Array.from({ length: months }, (_, at) => [`2027-0${at + 1}`, 1]);
    const shown = expiryRows(balanceOf({ availableByExpiry: Object.fromEntries(all) }));
    expect(shown).toHaveLength(rows);
    expect(shown.at(-1)).toEqual({ name, value });
  });
});

test('a midnight is called by its day', () => {
  expect(midnightText('2026-11-01', '2026-11-20')).toBe('11月1日 0 点');
  expect(midnightText('2025-11-01', '2026-11-20')).toBe('2025年11月1日 0 点');
});
