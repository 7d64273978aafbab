import { drawMonth } from '../../../../miniprogram/packages/trips/drawing/draw-month';
import { viewMonthPicture } from '../../../../miniprogram/packages/trips/views/month-picture';
import type { EarningMonth } from '../../../../miniprogram/services/earning';
import { monthOf } from './earning-month';
import { expectLegible, NotingPen, REWARD_WORDS, writtenOn } from './noting-pen';

describe('the month in words', () => {
  test('tells mass, trips, ways and line', () => {
    const picture = viewMonthPicture(monthOf())!;
    expect(picture).toMatchObject({ month: '2026 年 11 月', until: '截至 11月12日' });
    expect(picture.label).toBe(
      '2026年11月绿色出行，截至 11月12日：少排 17.9 千克二氧化碳，在 12 天里 39 趟，绿色里程 412 公里，到过的车站 5 座，坐得最多的是 11号线，地铁 36 趟 · 共享单车 3 趟，约等于 3.0 棵树苗一年的吸收量',
    );
  });

  test('has each day at its weekday', () => {
    const { days } = viewMonthPicture(monthOf())!;
    expect([days[0], days[1]]).toMatchObject([
      { weekday: 6, week: 0 },
      { weekday: 0, week: 1 },
    ]);
    expect(days.at(-1)).toMatchObject({ weekday: 0, week: 5, isAhead: true });
  });

  test('of a month that is over is the whole of it', () => {
    expect(viewMonthPicture(monthOf({}, { today: '2026-12-01' }))!.until).toBe('');
    expect(viewMonthPicture(monthOf({}, { today: '2026-11-30' }))!.until).toBe('截至 11月30日');
  });

  test('without a signed trip is no picture, whatever else was paid', () => {
    expect(viewMonthPicture(monthOf({ trips: 0 }))).toBeNull();
  });
});

const drawn = (read: EarningMonth): NotingPen => {
  const pen = new NotingPen();
  drawMonth(pen, viewMonthPicture(read)!);
  return pen;
};

const much = monthOf({
  trips: 124,
  days: 31,
  metres: 2_999_000,
  stations: 121,
  grams: 200_000,
  modes: ['metro', 'shared-bike', 'shared-e-bike', 'nev'].map(mode => ({
    mode,
    trips: 124,
    grams: 50_000,
  })),
});
const little = monthOf({ trips: 1, days: 1, metres: 894, stations: 2, grams: 41, lines: [], modes: [] });

describe('the drawing', () => {
  test.each<[string, EarningMonth]>([
    ['an ordinary month', monthOf()],
    ['a month of a ride every few hours', much],
    ['a first ride', little],
  ])('of %s stays on the picture, and no text upon another', (_, read) => expectLegible(drawn(read)));

  test('speaks of nothing that is paid, and names no station', () => {
    const all = writtenOn(drawn(much));
    expect(all).toContain('千克 CO₂e');
    expect(all).toContain('地铁 124 趟 · 共享单车 124 趟 · 等 4 种方式');
    expect(all).not.toMatch(REWARD_WORDS);
  });

  test('shows a greater day as a larger station', () => {
    const radii = drawn(monthOf())
      .dots.filter(({ y }) => y > 200)
      .map(({ radius }) => radius);
    expect(Math.max(...radii)).toBe(11);
    expect(new Set(radii.map(Math.round)).size).toBeGreaterThan(3);
  });
});
