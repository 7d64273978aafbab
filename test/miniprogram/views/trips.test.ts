import { shenzhenMetroLines } from '../../../cloudfunctions/domain/network/shenzhen-metro';
import { exampleTrip } from '../../../miniprogram/views/example-trip';
import { contrast, lineStyle, railStyle } from '../../../miniprogram/views/metro-lines';
import { type Trip, viewTrip } from '../../../miniprogram/views/trip';
import { viewWeek, weekText } from '../../../miniprogram/views/week';

const trip: Trip = {
  tripId: 'trip:1',
  state: 'credited',
  partnerId: 'bawei',
  mode: 'metro',
  fromMs: Date.parse('2026-11-20T08:12:00+08:00'),
  toMs: Date.parse('2026-11-20T08:47:00+08:00'),
  day: '2026-11-20',
  entry: { station: '机场' },
  exit: { station: '车公庙' },
  lines: ['11号线'],
  distanceMetres: 27_467,
  grams: 1_282,
  creditedGrams: 1_282,
  cappedBy: null,
  entryKey: 'trip:1',
  refusal: null,
  isFirst: false,
};

describe('a trip', () => {
  test('is a line between two stations with what it brought', () => {
    expect(viewTrip(trip, '2026-11-20')).toMatchObject({
      from: '机场',
      to: '车公庙',
      details: ['27.5 公里', '今天\u00a008:12'],
      amount: '+1,282',
      remark: '',
      isVoid: false,
      label: expect.stringContaining('机场到车公庙'),
    });
  });

  test.each([
    [{ state: 'reversed' }, '0', '已撤销', true],
    [{ state: 'refused', refusal: '行程超过 4 小时', creditedGrams: 0 }, '0', '行程超过 4 小时', true],
    [{ cappedBy: 'day', creditedGrams: 300 }, '+300', '已到今日上限', false],
    [{ cappedBy: 'month', creditedGrams: 0 }, '0', '已到本月上限', true],
  ] as [Partial<Trip>, string, string, boolean][])('%j shows %s, %s', (changed, amount, remark, isVoid) =>
    expect(viewTrip({ ...trip, ...changed }, '2026-11-20')).toMatchObject({ amount, remark, isVoid }),
  );

  test('names two lines and counts the rest', () => {
    const { lines, moreLines, rail } = viewTrip(
      { ...trip, lines: ['1号线', '2号线', '11号线', '14号线'] },
      '2026-11-20',
    );
    expect([lines.map(({ name }) => name), moreLines]).toEqual([['1号线', '2号线'], 2]);
    expect(rail).toContain(`--from: ${lineStyle('1号线').color}; --to: ${lineStyle('14号线').color}`);
  });

  test('of another mode than the metro says which, where its places have names of their own', () => {
    const named = viewTrip({ ...trip, mode: 'carpool', lines: [] }, '2026-11-20');
    expect(named.details).toEqual(['合乘', '27.5 公里', '今天\u00a008:12']);
    expect(named.label).toContain('合乘');
  });

  test('between places is called by its mode, in green', () => {
    const place = { longitude: 114, latitude: 22.5 };
    const view = viewTrip({ ...trip, mode: 'bus', entry: place, exit: place, lines: [] }, '2026-11-20');
    expect(view).toMatchObject({ from: '公交起点', to: '公交终点', lines: [], rail: '' });
  });
});

describe('line colours', () => {
  test('every line of the network has its own', () => {
    for (const { line } of shenzhenMetroLines) expect(lineStyle(line).color).toMatch(/^#[0-9a-f]{6}$/);
  });

  test.each(shenzhenMetroLines.map(({ line }) => line))(
    '%s is readable on its plate and seen on a dark card',
    line => {
      const { color, ink, darkColor } = lineStyle(line);
      expect(contrast(color, ink)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(darkColor, '#172019')).toBeGreaterThanOrEqual(3);
    },
  );

  test('an unknown line is green, and so is a trip without lines', () => {
    expect(lineStyle('99号线').color).toBe('var(--green)');
    expect(railStyle([])).toBe('');
  });
});

test('the example is worth what the proof computes', () =>
  expect(exampleTrip()).toMatchObject({ grams: 1_282, amount: '+1,282' }));

describe('the week', () => {
  const days = ['16', '17', '18', '19', '20', '21', '22'].map(date => `2026-11-${date}`);
  const summary = {
    today: '2026-11-20',
    week: days.map((day, index) => ({ day, trips: index % 2 === 0 ? 1 : 0, grams: index * 100 })),
    month: { month: '2026-11', trips: 9, grams: 900 },
  };

  test('is a line of seven stations', () => {
    const stations = viewWeek(summary);
    expect(stations.map(({ name }) => name).join('')).toBe('一二三四今天六日');
    expect(stations[4]).toMatchObject({
      isToday: true,
      isReached: true,
      label: '周五（今天）：1 趟，减排 400 克',
    });
    expect(stations[1]!.label).toBe('周二：没有行程');
  });

  test.each([
    [[1, 1, 0, 2, 1, 0, 0], '●━●─○─●━●─○─○'],
    [[0, 0, 0, 0, 0, 0, 0], '○─○─○─○─○─○─○'],
    [[1, 0, 1, 0, 1, 0, 1], '●─○─●─○─●─○─●'],
    [[1, 1, 1, 1, 1, 1, 1], '●━●━●━●━●━●━●'],
  ])('with %j trips is drawn %s: through days without one it is not green', (trips, drawn) => {
    const stations = viewWeek({
      ...summary,
      week: days.map((day, index) => ({ day, trips: trips[index]!, grams: 0 })),
    });
    const dots = stations.map(({ isReached }) => (isReached ? '●' : '○'));
    const toNext = stations.slice(0, -1).map(({ goesOn }) => (goesOn ? '━' : '─'));
    const fromPrevious = stations.slice(1).map(({ comesFrom }) => (comesFrom ? '━' : '─'));
    expect(toNext).toEqual(fromPrevious);
    expect(dots.map((dot, index) => `${dot}${toNext[index] ?? ''}`).join('')).toBe(drawn);
  });

  test('is counted in days and trips', () => {
    expect(weekText(summary)).toBe('4 天 · 4 趟');
    expect(weekText({ ...summary, week: summary.week.map(day => ({ ...day, trips: 0 })) })).toBe(
      '还没有核验过的行程',
    );
  });
});
