import type { Comparison, Favourite, Plan } from '../../../../miniprogram/packages/plans/services/plans';
import { bestMode, termsText, viewComparison } from '../../../../miniprogram/packages/plans/views/options';
import { findStations, viewFavourites } from '../../../../miniprogram/packages/plans/views/places';
import { viewPlan, viewPlanWeek } from '../../../../miniprogram/packages/plans/views/plan';
import { refusalText } from '../../../../miniprogram/packages/plans/views/refusal';

const terms = { bonus: 20, paidADay: 2, madeADay: 6, nearMetres: 1_000, lateDays: 3 };
const option = { credits: 0, lines: [], entry: null, exit: null, unfit: null };
const comparison: Comparison = {
  options: [
    {
      ...option,
      mode: 'metro',
      distanceMetres: 8_580,
      minutes: 21,
      grams: 400,
      credits: 400,
      lines: ['1号线'],
      entry: '世界之窗',
      exit: '购物公园',
    },
    { ...option, mode: 'bus', distanceMetres: 9_000, minutes: 44, grams: 100 },
    { ...option, mode: 'shared-bike', distanceMetres: 0, minutes: 0, grams: 0, unfit: 'too-far' },
  ],
  car: { distanceMetres: 9_000, minutes: 27 },
  terms,
};

test('a comparison tells grams, minutes and way of each, and why one cannot be chosen', () => {
  const { options, car } = viewComparison(comparison);
  expect(options.map(({ name, grams, share, unfit }) => [name, grams, share, unfit])).toEqual([
    ['地铁', '400', 100, ''],
    ['公交', '100', 25, ''],
    ['共享单车', '0', 0, '路太远'],
  ]);
  expect(options[0]!.credits).toBe('+400 积分');
  expect(options[0]!.label).toBe('地铁，少排 400 克，约 21 分钟，8.6 公里，世界之窗 上，购物公园 下');
  expect(options[2]!.label).toBe('共享单车，不能选：路太远');
  expect(car.label).toBe('开车，少排 0 克，约 27 分钟，9.0 公里');
  expect(bestMode(comparison)).toBe('metro');
  expect(bestMode({ ...comparison, options: [] })).toBe('');
});

test('the terms name every number, and no bonus where there is none', () => {
  expect(termsText(terms)).toContain('再得 20 奖励积分，每天最多 2 份');
  expect(termsText({ ...terms, bonus: 0 })).not.toContain('积分');
});

const plan: Plan = {
  planId: 'p',
  state: 'kept',
  day: '2026-11-12',
  mode: 'metro',
  from: '世界之窗',
  to: '购物公园',
  distanceMetres: 8_580,
  minutes: 21,
  grams: 400,
  madeAtMs: 0,
  endedAtMs: null,
  tripId: null,
  bonus: 0,
};
const nowMs = Date.parse('2026-11-12T10:00:00+08:00');

test.each<[Partial<Plan>, string, string, string]>([
  [{}, '今天', '等行程核验', ''],
  [{ day: '2026-11-13' }, '明天', '等行程核验', ''],
  [{ state: 'fulfilled', bonus: 20, day: '2026-11-11' }, '昨天', '做到了', '+20'],
  [{ state: 'fulfilled', bonus: 0 }, '今天', '做到了', ''],
  [{ state: 'undone', bonus: 20 }, '今天', '行程被撤销', ''],
  [{ state: 'missed', day: '2026-11-01' }, '11月1日', '没等到行程', ''],
])('a plan of %p is shown as %s, %s, %s', (change, day, stateText, bonus) => {
  expect(viewPlan({ ...plan, ...change }, nowMs)).toMatchObject({ day, stateText, bonus });
});

test('the week has a dot for each plan, two weeks’ worth at the most', () => {
  const week = { monday: '2026-11-09', made: 4, fulfilled: 2, missed: 1 };
  expect(viewPlanWeek(week)).toEqual({
    text: '做到 2 / 4',
    dots: ['done', 'done', 'missed', 'open'],
    label: '这周计划 4 次，做到 2 次，1 次没等到行程，1 次还在等',
  });
  expect(viewPlanWeek({ ...week, made: 40 }).dots).toHaveLength(14);
  expect(viewPlanWeek({ ...week, made: 0 })).toEqual({ text: '', dots: [], label: '' });
});

test('stations are found by any part of their name, those that begin with it first', () => {
  const stations = ['深圳北站', '北站', '北门', '世界之窗'].map(name => ({ name, lines: ['4号线'] }));
  expect(findStations(stations, '北').map(({ name }) => name)).toEqual(['北站', '北门', '深圳北站']);
  expect(findStations(stations, '世界之窗站').map(({ name }) => name)).toEqual(['世界之窗']);
  expect(findStations(stations, ' ')).toEqual([]);
});

test('home stands first, and only a place of another kind by its own name', () => {
  const place = { station: '购物公园' };
  const favourites: Favourite[] = [
    { placeId: '1', kind: 'other', name: '球场', place: { name: '球场', longitude: 114, latitude: 22 } },
    { placeId: '2', kind: 'home', name: '家', place },
  ];
  expect(viewFavourites(favourites).map(({ label }) => label)).toEqual([
    '家，购物公园（地铁站）',
    '球场，自选位置，精确到约一百米',
  ]);
});

test('a refusal says what the server says of this case, else its code’s text', () => {
  expect(refusalText({ details: { reason: '请换一种' }, message: '不行' })).toBe('请换一种');
  expect(refusalText({ details: {}, message: '不行' })).toBe('不行');
});
