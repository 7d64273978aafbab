import {
  changeOf,
  compareHash,
  formOf,
  partnerDifferences,
  partnerProblems,
  viewDay,
  viewPartner,
} from '../../../../miniprogram/packages/staff/views/partners';
import {
  cleanNumber,
  numberProblem,
  viewNobody,
  viewRider,
  viewRiderTrip,
} from '../../../../miniprogram/packages/staff/views/riders';

const NOW_MS = Date.parse('2026-11-20T10:00:00+08:00');
const DAY_MS = 86_400_000;

const partner = {
  partnerId: 'bawei',
  name: '八维通',
  city: 'shenzhen',
  modes: ['metro', 'bus'],
  requestsAMinute: 1_200,
  state: 'live' as const,
  secrets: [
    { ending: '0f30', sinceMs: 0, endsAtMs: NOW_MS + DAY_MS },
    { ending: 'ab12', sinceMs: NOW_MS - DAY_MS, endsAtMs: null },
  ],
  secretToCollect: false,
  lastRequestAtMs: NOW_MS,
  pendingApprovalId: null,
};

describe('a partner', () => {
  test('is shown with state, ways to travel, limit and endings of secrets', () => {
    const view = viewPartner(partner, NOW_MS);
    expect(view).toMatchObject({ state: '正式', tone: 'green', detail: '深圳 · 地铁、公交' });
    expect(view.facts).toContainEqual({ name: '请求上限', value: '每分钟 1,200 次' });
    expect(view.secrets).toEqual([
      { ending: '尾号 0f30', validity: '上线时起用，11月21日 10:00 失效', isEnding: true },
      { ending: '尾号 ab12', validity: '昨天 10:00 起用', isEnding: false },
    ]);
  });

  test('that never asked says so', () =>
    expect(viewPartner({ ...partner, lastRequestAtMs: null }, NOW_MS).lastRequest).toBe('还没有请求过'));
});

describe('the form of a partner', () => {
  const form = formOf(partner, []);

  test('begins with what is, or in the sandbox of the first city', () => {
    expect(form).toMatchObject({ partnerId: 'bawei', requestsAMinute: '1200', state: 'live' });
    expect(formOf(null, ['shenzhen'])).toMatchObject({ partnerId: '', city: 'shenzhen', state: 'sandbox' });
  });

  test.each([
    [{}, []],
    [{ partnerId: '8bit' }, ['partnerId']],
    [{ name: ' 八 ' }, ['name']],
    [{ city: '' }, ['city']],
    [{ modes: [] }, ['modes']],
    [{ requestsAMinute: '0' }, ['requestsAMinute']],
    [{ requestsAMinute: '6001' }, ['requestsAMinute']],
    [{ requestsAMinute: '1.5' }, ['requestsAMinute']],
    [{ requestsAMinute: '' }, ['requestsAMinute']],
  ])('with %j is wrong at %j', (changed, fields) =>
    expect(Object.keys(partnerProblems({ ...form, ...changed }))).toEqual(fields),
  );

  test('says what it would change, and nothing for nothing', () => {
    expect(partnerDifferences(form, form)).toEqual([]);
    expect(partnerDifferences(form, { ...form, modes: ['bus'], state: 'stopped' })).toEqual([
      { label: '出行方式', before: '地铁、公交', after: '公交' },
      { label: '状态', before: '正式', after: '停用' },
    ]);
    expect(partnerDifferences(null, form).every(({ before }) => before === null)).toBe(true);
  });

  test('is sent with a number and without spaces around', () =>
    expect(changeOf({ ...form, name: ' 八维通 ' }, '季度调整')).toMatchObject({
      name: '八维通',
      requestsAMinute: 1_200,
      reason: '季度调整',
    }));
});

describe('a day of a partner', () => {
  const hash = 'ab'.repeat(32);
  const day = {
    day: '2026-11-19',
    accepted: { count: 1_204, grams: 3_184_207, ticketsHash: hash },
    received: { count: 1_210, ticketsHash: hash },
    stated: null,
    agrees: null,
    reversed: 1,
    pending: 2,
    refused: 3,
    more: false,
  };

  test('is counted in words, and says when it was longer', () => {
    expect(viewDay(day, 0).facts.map(({ value }) => value)).toEqual([
      '1,204 趟',
      '3,184.2 千克',
      '1 趟',
      '2 趟',
      '3 趟',
    ]);
    expect([viewDay(day, 0).note, viewDay({ ...day, more: true }, 0).note]).toEqual([
      '',
      expect.stringContaining('2 万趟'),
    ]);
  });

  const stated = { count: 1_210, ticketsHash: hash, statedAtMs: 0 };
  test.each([
    [stated, true, 'equal', '完全相同'],
    [{ ...stated, count: 1_215 }, false, 'other', '少收 5 趟'],
    [{ ...stated, count: 1_200 }, false, 'other', '多收 10 趟'],
    [{ ...stated, ticketsHash: 'cd'.repeat(32) }, false, 'other', '票号不同'],
    [stated, null, 'open', '分页核对'],
  ])('both sides %j that agree: %s', (said, agrees, verdict, text) => {
    const { sides } = viewDay({ ...day, stated: said, agrees }, 0);
    expect(sides).toMatchObject({ ours: '1,210 趟', verdict });
    expect(sides?.text).toContain(text);
    expect(viewDay(day, 0).sides).toBeNull();
  });

  test.each([
    ['', ''],
    [` ${hash.toUpperCase()}\n`, 'equal'],
    ['cd'.repeat(32), 'other'],
    ['ab', 'unreadable'],
  ])('the other side’s %j is %j', (theirs, verdict) => expect(compareHash(hash, theirs)).toBe(verdict));
});

describe('a rider as customer service sees him', () => {
  const kind = { available: 0, held: 0, debt: 0 };
  const rider = {
    uid: 'fwyqb0bz0000000000stwrq3m3',
    sinceMs: NOW_MS - DAY_MS,
    consentGiven: false,
    deletion: null,
    cards: [{ partnerName: '八维通', label: 'oked', boundAtMs: NOW_MS }],
    balance: { carbon: { available: 14_778, held: 100, debt: 30 }, bonus: kind },
  };

  test('has a number, balances with what is held and owed, and cards', () => {
    const view = viewRider(rider, NOW_MS);
    expect(view.number).toBe('fwyqb0bz');
    expect(view.balances).toEqual([
      { name: '减排积分', value: '14,778', tone: 'carbon', note: '预留 100，待抵扣 30' },
      { name: '奖励积分', value: '0', tone: 'bonus', note: '' },
    ]);
    expect(view.cards).toMatchObject([{ name: '八维通 尾号 oked', since: '11月20日绑定' }]);
    expect(view.facts).toContainEqual({ name: '隐私保护指引', value: '未同意，行程不会记录' });
  });

  test('who has asked to be deleted, or was, is told from who never was', () => {
    const deletion = { requestedAtMs: NOW_MS - DAY_MS, dueAtMs: NOW_MS + 29 * DAY_MS };
    expect(viewRider({ ...rider, deletion }, NOW_MS).facts.at(-1)).toEqual({
      name: '注销',
      value: '11月19日申请，12月19日注销；会员可在“隐私与我的数据”里取消',
    });
    expect(viewNobody(null, NOW_MS).nobodyTitle).toBe('没有这个会员');
    expect(viewNobody({ closedAtMs: NOW_MS }, NOW_MS).nobodyTitle).toBe('已在11月20日注销');
  });

  test.each([
    [{}, '+508', '已入账', false],
    [{ creditedGrams: 200, explanation: '到了上限' }, '+200', '已入账 · 减排 508 克', false],
    [{ state: 'refused', creditedGrams: 0, explanation: '时间重叠' }, '0', '未入账 · 减排 508 克', true],
    [{ state: 'unheard-of', creditedGrams: 0, grams: 0 }, '0', 'unheard-of', true],
  ])('a trip with %j brought %s: %s', (changed, amount, state, isVoid) => {
    const trip = {
      tripId: 't',
      day: '2026-11-19',
      mode: 'metro',
      state: 'credited',
      grams: 508,
      creditedGrams: 508,
      explanation: null,
      ...changed,
    };
    expect(viewRiderTrip(trip, NOW_MS)).toMatchObject({
      title: '11月19日 地铁',
      amount,
      state,
      isVoid,
      why: trip.explanation ?? '',
    });
  });

  test.each([
    ['FWYQ b0bz', 'fwyqb0bz', true],
    ['fwyq-b0bz', 'fwyqb0bz', true],
    ['fwyq', 'fwyq', false],
    ['八位编号八位编号', '八位编号八位编号', false],
  ])('typed as %j is looked for as %j: %s', (typed, number, isGood) => {
    expect(cleanNumber(typed)).toBe(number);
    expect(numberProblem(number) === '').toBe(isGood);
  });
});
