import { evidenceCommitment, GENESIS_HASH, linkHash, reductionGrams } from '../../../miniprogram/proof';
import { stateText, viewEntryRows, viewGates, viewSteps } from '../../../miniprogram/views/explanation';
import { type Explanation, type ProvenEntry, recompute } from '../../../miniprogram/views/recomputation';

const salt = 'a-salt-that-hides-the-evidence';
const metres = 27_467;
const grams = reductionGrams({ reductionMilligramsPerKm: 46_700 }, metres);
const evidence = { ticketId: 't', mode: 'metro', distanceMetres: metres, grams };

const explanation: Explanation = {
  trip: {
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
    distanceMetres: metres,
    grams,
    creditedGrams: grams,
    cappedBy: null,
    entryKey: 'trip:1',
    refusal: null,
    isFirst: false,
  },
  partnerDistanceMetres: 27_900,
  viaMetres: null,
  straightMetres: null,
  sharing: null,
  legs: [{ line: '11号线', from: '机场', to: '车公庙', distanceMetres: metres }],
  factor: {
    setId: 'sz-2021',
    setName: '深圳市减排因子（2021 年）',
    mode: 'metro',
    reductionMilligramsPerKm: 46_700,
    baselineMilligramsPerKm: null,
    emissionMilligramsPerKm: null,
    year: '2021',
    source: '方法学',
    standing: 'secondary',
  },
  replacedBonus: 0,
  uncertaintyNote: '',
  salt,
  evidence,
  receivedAtMs: 0,
};

const account = 'user:a';
/** An entry hung on another one, as the ledger writes it. */
function entryAfter(previous: ProvenEntry | null, fields: object): ProvenEntry {
  const seq = (previous?.seq ?? 0) + 1;
  const previousHash = previous?.chain[0]?.hash ?? GENESIS_HASH;
  const entry = { _id: `entry ${seq}`, account, seq, ...fields };
  const hash = linkHash({ account, seq, previousHash, entry });
  return { ...entry, chain: [{ account, seq, previousHash, hash }] };
}
const commitment = evidenceCommitment(salt, evidence);
const first = entryAfter(null, { commitment: null });
const postings = [
  { source: 'mint:trip', destination: account, lots: [{ origin: 'sz-2021:2026-11', expiresOn: '2028-11' }] },
];
const entry = entryAfter(first, { commitment, postings, atMs: Date.parse('2026-11-20T09:03:00+08:00') });

const failedOf = (...given: Parameters<typeof recompute>) =>
  recompute(...given)
    .checks.filter(({ isEqual }) => !isEqual)
    .map(({ name }) => name);
const changedTrip = (changed: Partial<Explanation['trip']>): Explanation => ({
  ...explanation,
  trip: { ...explanation.trip, ...changed },
});

describe('what the phone computes again', () => {
  test('is equal for what the ledger wrote, for the first entry too', () => {
    expect(recompute(explanation, entry, first)).toEqual({
      checks: ['路程取较小值', '克数', '行程凭证', '账本链接'].map(name => ({ name, isEqual: true })),
      isEqual: true,
    });
    expect(failedOf(explanation, entryAfter(null, { commitment }), null)).toEqual([]);
  });

  test('is only the numbers where nothing was credited', () => {
    const { checks, isEqual } = recompute(changedTrip({ entryKey: null }), null, null);
    expect([checks.length, isEqual]).toEqual([2, true]);
  });

  test.each([
    ['one gram more', changedTrip({ grams: grams + 1 }), ['克数', '行程凭证']],
    ['a longer way', changedTrip({ distanceMetres: 27_900 }), ['路程取较小值', '克数', '行程凭证']],
    ['another salt', { ...explanation, salt: `${salt}!` }, ['行程凭证']],
    ['evidence of another ride', { ...explanation, evidence: { ...evidence, ticketId: 'u' } }, ['行程凭证']],
    [
      'another factor',
      { ...explanation, factor: { ...explanation.factor, reductionMilligramsPerKm: 210_000 } },
      ['克数'],
    ],
    [
      'a factor without numbers',
      { ...explanation, factor: { ...explanation.factor, reductionMilligramsPerKm: null } },
      ['克数'],
    ],
  ])('%s is not equal', (_, changed, failed) => {
    expect(failedOf(changed, entry, first)).toEqual(failed);
    expect(recompute(changed, entry, first).isEqual).toBe(false);
  });

  test('an entry that was changed, or hangs on another one, is not equal', () => {
    expect(failedOf(explanation, { ...entry, reason: 'gift' }, first)).toEqual(['账本链接']);
    expect(failedOf(explanation, entry, { ...first, reason: 'gift' })).toEqual(['账本链接']);
    expect(failedOf(explanation, entry, null)).toEqual(['账本链接']);
  });
});

describe('the explanation', () => {
  test('names each number with its source', () => {
    expect(viewSteps(explanation)).toEqual([
      {
        name: '路程',
        value: '27,467 米',
        sources: ['线网最短路径：11号线 27.5 公里', '运营方上报 27,900 米', '两者取较小值'],
      },
      {
        name: '减排系数',
        value: '46.7 克/公里',
        sources: ['深圳市减排因子（2021 年）', '方法学（二手来源）'],
      },
      { name: '结果，向下取整', value: '1,282 克', sources: ['46,700 毫克 × 27,467 米 ÷ 1,000,000'] },
    ]);
  });

  test('shows a baseline and an emission where the source gives both', () => {
    const factor = {
      ...explanation.factor,
      reductionMilligramsPerKm: null,
      baselineMilligramsPerKm: 80_000,
      emissionMilligramsPerKm: 33_300,
    };
    expect(viewSteps({ ...explanation, factor })[1]).toMatchObject({
      value: '46.7 克/公里',
      sources: expect.arrayContaining(['基准 80 克/公里 减去排放 33.3 克/公里']),
    });
    expect(failedOf({ ...explanation, factor }, entry, first)).toEqual([]);
  });

  test('says what a cap left', () =>
    expect(viewSteps(changedTrip({ cappedBy: 'day', creditedGrams: 300 })).at(-1)).toMatchObject({
      name: '实际入账',
      value: '300 积分',
    }));

  test('names the bonus that it was exchanged for', () => {
    const names = viewSteps(explanation).map(({ name }) => name);
    expect(viewSteps({ ...explanation, replacedBonus: 1_250 }).slice(names.length)).toEqual([
      { name: '换下自己记录的', value: '−1,250 奖励积分', sources: [expect.stringContaining('只换不加')] },
    ]);
  });

  test('shows gates and the ledger entry', () => {
    expect(viewGates(explanation)).toMatchObject({ fromTime: '08:12 进站', toTime: '08:47 出站' });
    const rows = viewEntryRows(entry, explanation.factor.setName, Date.parse('2026-11-20T12:00:00+08:00'));
    expect(rows.map(({ value }) => value)).toEqual([
      '今天 09:03',
      `${explanation.factor.setName} · 2026年11月`,
      '2028年11月底',
      expect.stringMatching(/^[0-9a-f]{4}…[0-9a-f]{4}$/),
    ]);
  });

  test.each([
    [{}, ''],
    [{ state: 'reversed' }, '运营方撤销了 11月20日 的这趟行程，积分已收回。'],
    [{ state: 'refused', refusal: '行程超过 4 小时' }, '没有入账：行程超过 4 小时。'],
    [{ entryKey: null, cappedBy: 'day' }, '当时积分已到上限，这趟没有入账。'],
  ] as [Partial<Explanation['trip']>, string][])('a trip with %j says "%s"', (changed, text) =>
    expect(stateText(changedTrip(changed), explanation.trip.fromMs)).toBe(text),
  );
});
