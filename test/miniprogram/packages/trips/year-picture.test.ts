import { drawYear } from '../../../../miniprogram/packages/trips/drawing/draw-year';
import { savePicture } from '../../../../miniprogram/packages/trips/drawing/save-picture';
import type { RidesYear } from '../../../../miniprogram/packages/trips/services/statement';
import { viewYearPicture } from '../../../../miniprogram/packages/trips/views/year-picture';
import { installFakeWx } from '../../services/fake-wx';
import { expectLegible, NotingPen, REWARD_WORDS, writtenOn } from './noting-pen';

const ridesOf = (changed: Partial<RidesYear> = {}): RidesYear => ({
  today: '2026-11-20',
  trips: 396,
  grams: 257_900,
  metres: 5_531_999,
  days: 203,
  stations: 7,
  lines: [{ line: '11号线', trips: 300 }],
  months: Array.from({ length: 12 }, (_, index) => ({
    month: `2026-${String(index + 1).padStart(2, '0')}`,
    trips: index < 11 ? 36 : 0,
    grams: index < 10 ? 1_000 * (index + 1) : 0,
  })),
  ...changed,
});

describe('the year in words', () => {
  test('tells mass, trips, way and stations', () => {
    const picture = viewYearPicture(2026, ridesOf())!;
    expect(picture).toMatchObject({
      year: '2026',
      until: '截至 11月20日',
      mass: { value: '257.9', unit: '千克' },
    });
    expect(picture.figures.map(({ value, unit }) => `${value} ${unit}`)).toEqual([
      '396 趟',
      '5,531 公里',
      '7 座',
    ]);
    expect(picture.line).toMatchObject({ name: '11号线', trips: '300 趟' });
    expect(picture.label).toBe(
      '2026年绿色出行，截至 11月20日：少排 257.9 千克二氧化碳，在 203 天里 396 趟，绿色里程 5,531 公里，到过的车站 7 座，坐得最多的是 11号线，约等于 43.0 棵树苗一年的吸收量',
    );
  });

  test('draws months as large as they were, and those to come as none', () => {
    const { months } = viewYearPicture(2026, ridesOf())!;
    expect(months.slice(0, 2).map(({ share }) => share)).toEqual([0.1, 0.2]);
    expect(months.map(({ isAhead }) => isAhead)).toEqual([...Array(11).fill(false), true]);
  });

  test('of a year that is over is the whole of it', () => {
    expect(viewYearPicture(2026, ridesOf({ today: '2027-01-01' }))!.until).toBe('');
    expect(viewYearPicture(2026, ridesOf({ today: '2026-12-31' }))!.until).toBe('截至 12月31日');
  });

  test('without a trip is no picture, and without a known line or enough grams still one', () => {
    expect(viewYearPicture(2026, ridesOf({ trips: 0 }))).toBeNull();
    expect(viewYearPicture(2026, ridesOf({ lines: [], grams: 3 }))).toMatchObject({
      line: null,
      comparison: '',
    });
  });
});

const drawn = (rides: RidesYear): NotingPen => {
  const pen = new NotingPen();
  drawYear(pen, viewYearPicture(2026, rides)!);
  return pen;
};

const much = ridesOf({ trips: 1_460, days: 365, metres: 29_999_000, stations: 321, grams: 1_400_900 });

describe('the drawing', () => {
  test.each<[string, RidesYear]>([
    ['an ordinary year', ridesOf()],
    ['a year of a ride every few hours', much],
    ['a first ride', ridesOf({ trips: 1, days: 1, metres: 894, stations: 2, grams: 41, lines: [] })],
  ])('of %s stays on the picture, and no text upon another', (_, rides) => {
    expectLegible(drawn(rides));
  });

  test('speaks of nothing that is paid, and names no station', () => {
    const all = writtenOn(drawn(much));
    expect(all).toContain('千克 CO₂e');
    expect(all).not.toMatch(REWARD_WORDS);
  });

  test('shows a greater month as a larger station', () => {
    const stations = drawn(ridesOf()).dots.filter(({ y }) => y > 200);
    const radius = (month: number) => stations[month - 1]!.radius;
    expect(radius(10)).toBeGreaterThan(radius(5));
    expect(radius(5)).toBeGreaterThan(radius(1));
  });
});

describe('saving', () => {
  const canvas = {} as WechatMiniprogram.Canvas;
  const failing = (errMsg: string) => async () => Promise.reject({ errMsg });

  test('puts the picture of the canvas into the album', async () => {
    const saved: unknown[] = [];
    Object.assign(installFakeWx(), {
      canvasToTempFilePath: async () => ({ tempFilePath: 'tmp/year.png' }),
      saveImageToPhotosAlbum: async (options: unknown) => void saved.push(options),
    });
    expect(await savePicture(canvas)).toBe('saved');
    expect(saved).toEqual([{ filePath: 'tmp/year.png' }]);
  });

  test.each([
    ['saveImageToPhotosAlbum:fail auth deny', 'denied'],
    ['saveImageToPhotosAlbum:fail auth denied', 'denied'],
    ['saveImageToPhotosAlbum:fail authorize no response', 'denied'],
    ['saveImageToPhotosAlbum:fail system permission denied', 'denied'],
    ['saveImageToPhotosAlbum:fail cancel', 'cancelled'],
    ['saveImageToPhotosAlbum:fail privacy permission is not authorized', 'cancelled'],
    ['saveImageToPhotosAlbum:fail no space left', 'failed'],
  ])('%s is %s', async (errMsg, outcome) => {
    Object.assign(installFakeWx(), {
      canvasToTempFilePath: async () => ({ tempFilePath: 'tmp/year.png' }),
      saveImageToPhotosAlbum: failing(errMsg),
    });
    expect(await savePicture(canvas)).toBe(outcome);
  });

  test('of a canvas that cannot be read has failed', async () => {
    Object.assign(installFakeWx(), {
      canvasToTempFilePath: failing('canvasToTempFilePath:fail canvas is empty'),
    });
    expect(await savePicture(canvas)).toBe('failed');
  });
});
