import {
  monthName,
  monthOr,
  monthsOf,
  stepMonth,
} from '../../../../miniprogram/packages/trips/views/chosen-month';
import { viewEarningMonth } from '../../../../miniprogram/packages/trips/views/earning-month';
import { monthOf } from './earning-month';

describe('a month by way of travelling', () => {
  test('has a line for each way, as long as its part of the greatest', () => {
    const { grams, trips, modes } = viewEarningMonth(monthOf());
    expect([grams, trips]).toEqual(['17,900', '39 趟']);
    expect(modes.map(({ name, detail, value, percent }) => [name, detail, value, percent])).toEqual([
      ['地铁', '36 趟', '16,800 克', 100],
      ['共享单车', '3 趟', '1,100 克', 7],
    ]);
    expect(modes[1]!.label).toBe('共享单车，3 趟，减排 1,100 克');
  });

  test('shows bonuses apart, in credits and never in grams', () => {
    const { incentives, bonus } = viewEarningMonth(monthOf());
    expect(bonus).toBe('300');
    expect(incentives.map(({ name, detail, value, percent }) => [name, detail, value, percent])).toEqual([
      ['走路', '1 次入账', '+296', 100],
      ['骑行轨迹', '3 趟', '+4', 3],
    ]);
    expect(incentives.map(({ label }) => label).join()).not.toMatch(/克|减排/);
  });

  test('draws each day upon the line, and those to come as none', () => {
    const { days, daysLabel } = viewEarningMonth(monthOf());
    expect(days.map(({ name }) => name).filter(Boolean)).toEqual(['1', '8', '15', '22', '29']);
    expect([days[5]!.percent, days[11]!.percent, days[12]!.percent]).toEqual([50, 100, 0]);
    expect(days.filter(({ isAhead }) => isAhead)).toHaveLength(18);
    expect(daysLabel).toBe('2026年11月每日减排图，12 天有出行，最多的是12日，1,200 克');
  });

  test('without a signed ride, and with nothing at all, says so', () => {
    const none = monthOf().rides.byDay.map(({ day }) => ({ day, trips: 0, grams: 0 }));
    const rides = { trips: 0, grams: 0, metres: 0, days: 0, stations: 0, lines: [], modes: [], byDay: none };
    const bonusOnly = viewEarningMonth(monthOf(rides));
    expect(bonusOnly).toMatchObject({ hasRides: false, isEmpty: false, modes: [] });
    expect(bonusOnly.daysLabel).toBe('2026年11月每日减排图，还没有减排');
    expect(viewEarningMonth(monthOf(rides, { incentives: [] })).isEmpty).toBe(true);
  });

  test('a ride that was capped to nothing is still a ride', () => {
    const capped = viewEarningMonth(monthOf({ grams: 0, modes: [{ mode: 'metro', trips: 1, grams: 0 }] }));
    expect(capped).toMatchObject({ hasRides: true, modes: [{ percent: 0, value: '0 克' }] });
  });
});

describe('the month that a page is about', () => {
  test.each([
    ['2026-03', '2026-03'],
    ['2026-13', '2026-11'],
    ['', '2026-11'],
    [undefined, '2026-11'],
  ])('opened with %p is %s', (asked, month) => expect(monthOr(asked, '2026-11-20')).toBe(month));

  test.each([
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-05', 1, '2026-06'],
  ])('%s and %i more is %s', (month, by, other) => expect(stepMonth(month, by)).toBe(other));

  test('lies between the first one that has something and this one', () => {
    expect(monthsOf('2026-09-30', '2026-11-20')).toEqual({ first: '2026-09', last: '2026-11' });
    expect(monthsOf(null, '2026-11-20')).toEqual({ first: '2026-11', last: '2026-11' });
    expect(monthName('2026-09')).toBe('2026年9月');
  });
});
