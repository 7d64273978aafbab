import { viewProvenance } from '../../../../miniprogram/packages/proof/views/provenance';

const NOW_MS = Date.parse('2026-11-21T09:00:00+08:00');
const TODAY = '2026-11-21';

describe('我的克数去了哪里', () => {
  const intake = {
    day: '2026-11-20',
    amount: 842,
    pooled: 842,
    serials: [{ from: 1, to: 842 }],
    retired: 0,
    withEnterprises: 0,
    retirements: [] as { amount: number; beneficiary: string | null; atMs: number }[],
  };
  const origin = {
    origin: 'sz-2021:2026-11',
    setId: 'sz-2021',
    vintage: '2026-11',
    earned: 2000,
    takenBack: 58,
    available: 1100,
    held: 0,
    debt: 0,
    repaid: 0,
    gone: 842,
    intakes: [intake],
  };
  const viewOf = (part: Partial<typeof intake> = {}) =>
    viewProvenance(
      { account: 'user:a', origins: [{ ...origin, intakes: [{ ...intake, ...part }] }], isWhole: true },
      [{ setId: 'sz-2021', setName: '深圳市减排因子（2021 年）' }],
      TODAY,
    ).origins[0]!;

  test('leads each gram to where it is', () => {
    const view = viewOf();
    expect(view).toMatchObject({
      heading: '2026年11月出行',
      setName: '深圳市减排因子（2021 年）',
      earned: '2,000',
    });
    expect(view.places.map(({ name, amount }) => `${name} ${amount}`)).toEqual([
      '在您账上 1,100',
      '已离开 842',
      '已收回 58',
    ]);
    expect(view.journeys[0]?.stations.map(({ state }) => state)).toEqual(['passed', 'passed', 'ahead']);
  });

  test('who waits for the pool has not arrived anywhere yet', () => {
    const { stations } = viewOf({ pooled: 0, serials: [] }).journeys[0]!;
    expect(stations.map(({ state }) => state)).toEqual(['now', 'ahead', 'ahead']);
    expect(stations[0]?.label).toContain('正在等');
  });

  const journeys: [part: Partial<typeof intake>, serials: string, retired: string][] = [
    [{}, '第 1–842 号，全是您的', '还没有注销'],
    [{ pooled: 0, serials: [] }, '封账以后编号', '还没有注销'],
    [{ retired: 842 }, '第 1–842 号，全是您的', '全部注销，永久作废'],
    [{ retired: 300 }, '第 1–842 号，全是您的', '这一段 842 克里注销了 300 克'],
    [
      { pooled: 9000, serials: [{ from: 1, to: 9000 }], retired: 500, withEnterprises: 20 },
      '在第 1–9,000 号里，和别人当天的混在一起，分不出是哪 842 号',
      '这一段 9,000 克里注销了 500 克，其中多少是您的分不出来，20 克在企业手里',
    ],
    [
      { pooled: 9000, serials: [{ from: 1, to: 9000 }], retired: 9000 },
      '在第 1–9,000 号里，和别人当天的混在一起，分不出是哪 842 号',
      '这一段全部注销，您的 842 克也在内',
    ],
  ];

  test.each(journeys)(
    'tells the rider’s own grams from others only where that can be done: %p',
    (part, ...said) => {
      const [, pool, retired] = viewOf(part).journeys[0]!.stations;
      expect([pool?.detail, retired?.detail]).toEqual(said);
    },
  );

  test('names whom numbers were retired for, each once', () => {
    const retirements = ['甲公司', null, '乙公司', '甲公司'].map(beneficiary => ({
      beneficiary,
      amount: 75,
      atMs: NOW_MS,
    }));
    const [, , retired] = viewOf({ retired: 300, retirements }).journeys[0]!.stations;
    expect(retired?.detail).toBe('这一段 842 克里注销了 300 克，受益方：甲公司、乙公司');
  });

  test('says when the oldest entries were left out', () =>
    expect(viewProvenance({ account: 'user:a', origins: [], isWhole: false }, [], TODAY).note).toContain(
      '没有算在内',
    ));
});
