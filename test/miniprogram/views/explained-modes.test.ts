import { reductionGrams, sharedFactor } from '../../../miniprogram/proof';
import { viewGates, viewSteps } from '../../../miniprogram/views/explanation';
import { type Explanation, recompute } from '../../../miniprogram/views/recomputation';

const CAR = { baselineMilligramsPerKm: 272_000, emissionMilligramsPerKm: 272_000 };

interface Ridden {
  mode: string;
  metres: number;
  grams: number;
  more?: Partial<Explanation>;
  reduction?: number;
}

/** A trip between two points; a car's factor unless it says otherwise. */
function explained({ mode, metres, grams, more = {}, reduction }: Ridden): Explanation {
  return {
    trip: {
      tripId: 'trip:1',
      state: 'credited',
      partnerId: 'pin',
      mode,
      fromMs: Date.parse('2026-11-20T08:12:00+08:00'),
      toMs: Date.parse('2026-11-20T08:47:00+08:00'),
      day: '2026-11-20',
      entry: { longitude: 114, latitude: 22 },
      exit: { longitude: 114.1, latitude: 22 },
      lines: [],
      distanceMetres: metres,
      grams,
      creditedGrams: grams,
      cappedBy: null,
      entryKey: null,
      refusal: null,
      isFirst: false,
    },
    partnerDistanceMetres: null,
    viaMetres: null,
    straightMetres: null,
    sharing: null,
    legs: [],
    factor: {
      setId: 'bj',
      setName: '北京',
      mode,
      reductionMilligramsPerKm: reduction ?? null,
      baselineMilligramsPerKm: reduction === undefined ? CAR.baselineMilligramsPerKm : null,
      emissionMilligramsPerKm: reduction === undefined ? CAR.emissionMilligramsPerKm : null,
      year: '2019',
      source: '报道',
      standing: 'derived',
    },
    replacedBonus: 0,
    uncertaintyNote: '',
    salt: 'salt',
    evidence: {},
    receivedAtMs: 0,
    ...more,
  };
}

const shared = { occupants: 3, detourMetres: 2_000 };
const carpool = explained({
  mode: 'carpool',
  metres: 12_000,
  grams: reductionGrams(sharedFactor(CAR, { ...shared, metres: 12_000 }), 12_000),
  more: { sharing: shared, partnerDistanceMetres: 12_000, straightMetres: 9_000 },
});

test('a shared car is explained by who was in it, what each emits, and how much further it drove', () => {
  const [distance, factor, result] = viewSteps(carpool);
  expect(distance).toEqual({
    name: '路程',
    value: '12,000 米',
    sources: ['运营方上报 12,000 米', '起终点直线距离 9,000 米，用来核对里程'],
  });
  expect(factor?.value).toBe('166.222 克/公里');
  expect(factor?.sources).toEqual([
    '北京',
    '基准 272 克/公里 减去每人分摊的排放 105.778 克/公里',
    '同车 3 人（含司机），全车比您多开 2,000 米',
    '整车排放 272 克/公里 × 14,000 米 ÷ 12,000 米 ÷ 3 人，向上取整（T/CCAA 38-2021 的公式）',
    '报道（由公开数据推算）',
  ]);
  expect(result).toMatchObject({ value: '1,994 克', sources: ['166,222 毫克 × 12,000 米 ÷ 1,000,000'] });
  expect(recompute(carpool, null, null).isEqual).toBe(true);
});

test('without a detour it says so, and one person more in the car is not equal', () => {
  const even = { ...carpool, sharing: { occupants: 3, detourMetres: 0 } };
  expect(viewSteps(even)[1]?.sources).toEqual(expect.arrayContaining(['同车 3 人（含司机），没有绕行']));
  expect(recompute(even, null, null).checks).toContainEqual({ name: '克数', isEqual: false });
});

test.each<[string, Partial<Explanation>, string[]]>([
  ['stops', { viaMetres: 6_000 }, ['沿途各点相连 6,000 米', '运营方没有上报里程']],
  [
    'stops and a longer signed way',
    { viaMetres: 6_000, partnerDistanceMetres: 6_400 },
    ['沿途各点相连 6,000 米', '运营方上报 6,400 米', '两者取较小值'],
  ],
  [
    'the straight line alone',
    { straightMetres: 6_000 },
    ['运营方没有上报里程', '按起终点直线距离 6,000 米 计'],
  ],
])('a bus ride measured by %s is computed again from what is shown', (_, more, sources) => {
  const bus = explained({ mode: 'bus', metres: 6_000, grams: 161, reduction: 26_900, more });
  expect(viewSteps(bus)[0]).toEqual({ name: '路程', value: '6,000 米', sources });
  expect(recompute(bus, null, null).isEqual).toBe(true);
  expect(recompute({ ...bus, viaMetres: 5_000 }, null, null).isEqual).toBe(false);
});

test.each([
  ['bus', '公交', '08:12 上车', '08:47 下车'],
  ['shared-bike', '共享单车', '08:12 开锁', '08:47 还车'],
  ['nev', '新能源车', '08:12 上车', '08:47 下车'],
  ['carpool', '合乘', '08:12 上车', '08:47 下车'],
  ['ferry', '出行', '08:12 出发', '08:47 到达'],
])('both ends of a %s ride are called as people call them', (mode, name, fromTime, toTime) => {
  const ride = explained({ mode, metres: 6_000, grams: 161, reduction: 26_900 });
  expect(viewGates(ride)).toMatchObject({ mode: name, from: '起点', to: '终点', fromTime, toTime });
});
