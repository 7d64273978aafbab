import { type NoticeTemplate, noticeTemplates } from '../../../cloudfunctions/contract/inbox';
import { CURRENT_POLICY_VERSION, onboardingSteps } from '../../../cloudfunctions/contract/riders';
import { shenzhenFactorSet } from '../../../cloudfunctions/domain/factors/seed';
import { viewBindCode } from '../../../miniprogram/views/bind-code';
import { newCards, viewCard } from '../../../miniprogram/views/cards';
import type { kindWords } from '../../../miniprogram/views/kept-data';
import { viewMethodology } from '../../../miniprogram/views/methodology';
import { viewNotice } from '../../../miniprogram/views/notices';
import { onboardingExample, onboardingSteps as shownSteps } from '../../../miniprogram/views/onboarding';
import { POLICY_VERSION, policySections } from '../../../miniprogram/views/privacy-policy';

const NOW_MS = Date.parse('2026-11-20T09:03:00+08:00');

/** By what words the guideline names each kind of data that is kept; a new kind has to be said there, too. */
const saidOf: Record<keyof typeof kindWords, RegExp> = {
  account: /openid/,
  cards: /乘车卡/,
  'station-scans': /扫码乘车/,
  trips: /绑定后的行程/,
  tracks: /记录骑行/,
  'own-trips': /出行/,
  'scheme-claims': /计入其他机制/,
  reports: /截图申报/,
  ledger: /账本/,
  benefits: /换权益/,
  donations: /捐赠/,
  plans: /低碳出行计划/,
  places: /常用地点/,
  steps: /步数/,
  notices: /消息/,
  subscriptions: /微信提醒/,
  onboarding: /新手引导/,
  requests: /请求记录/,
  counters: /一分钟内的次数/,
  exports: /导出/,
};

describe('the privacy guideline', () => {
  test('that is shown is the one that is in force', () => {
    expect(POLICY_VERSION).toBe(CURRENT_POLICY_VERSION);
  });

  test('says what, what for, how long and how to withdraw', () => {
    const titles = policySections.map(({ title }) => title).join();
    expect(titles).toMatch(/收集什么.*做什么.*多久.*撤回/);
    expect(policySections.every(({ paragraphs }) => paragraphs.length > 0)).toBe(true);
  });

  test('says that addresses are counted, and what stays after a withdrawal', () => {
    const text = JSON.stringify(policySections);
    expect(text).toContain('网络地址（IP）');
    expect(text).toMatch(/撤回前的.*引导记录.*会留下/);
  });

  test.each(Object.entries(saidOf))('names what is kept: %s', (_kind, words) => {
    expect(JSON.stringify(policySections)).toMatch(words);
  });
});

describe('a bind code', () => {
  const code = 'AB12CD34';
  test.each([
    [10 * 60_000, '还有 10 分 0 秒有效', 100],
    [9 * 60_000 + 40_500, '还有 9 分 41 秒有效', 97],
    [59_000, '还有 59 秒有效', 10],
    [1, '还有 1 秒有效', 0],
    [0, '', 0],
    [-5_000, '', 0],
  ])('with %i ms left', (leftMs, remaining, remainingPercent) => {
    const view = viewBindCode({ code, expiresAtMs: NOW_MS + leftMs }, NOW_MS);
    expect(view).toMatchObject({ remaining, remainingPercent });
  });

  test('is shown in groups and read out sign by sign', () => {
    const view = viewBindCode({ code, expiresAtMs: NOW_MS }, NOW_MS);
    expect(view.groups).toEqual(['AB12', 'CD34']);
    expect(view.label).toBe('绑定码：A B 1 2 C D 3 4');
  });
});

const binding = {
  bindingId: 'b1',
  partnerId: 'bawei',
  partnerName: '八维通',
  label: '4821',
  boundAtMs: NOW_MS,
};

describe('cards', () => {
  test('are known by the operator and their last four signs', () => {
    expect(viewCard(binding, NOW_MS)).toMatchObject({ name: '八维通 尾号 4821', detail: '11月20日绑定' });
  });

  test('that are new are found whatever else is listed', () => {
    const before = ['b1', 'b2'];
    expect(newCards(before, [{ ...binding, bindingId: 'b3' }, binding])).toMatchObject([{ bindingId: 'b3' }]);
    expect(newCards(before, [binding])).toEqual([]);
  });
});

describe('notices', () => {
  const notice = (template: NoticeTemplate, parameters: Record<string, string | number> = {}, read = false) =>
    viewNotice({ noticeId: 'n', atMs: NOW_MS, template, parameters, read }, [binding], NOW_MS);

  test.each(noticeTemplates)('%s has a title and a text of its own', template => {
    const view = notice(template, { month: '2028-02' });
    expect(view.title).not.toBe('一条新消息');
    expect(view.text.length).toBeGreaterThan(10);
    expect(view.text).not.toContain('undefined');
  });

  test('a binding is undone from its notice while the card is bound', () => {
    const bound = notice('card-bound', { bindingId: 'b1', label: '4821' });
    expect(bound).toMatchObject({
      bindingId: 'b1',
      text: expect.stringContaining('八维通 尾号 4821 已绑定'),
    });
    const gone = notice('card-bound', { bindingId: 'gone', label: '4821' });
    expect(gone).toMatchObject({ bindingId: '', text: expect.stringContaining('尾号 4821 的卡已绑定') });
  });

  test('a trip taken back says how much and leads to the trip', () => {
    const view = notice('trip-reversed', { tripId: 't1', grams: 1282 }, true);
    expect(view).toMatchObject({ tripId: 't1', label: '一趟行程被撤销，今天 09:03' });
    expect(view.text).toContain('1,282 克');
  });

  test('credits that end soon are told with their last day and what becomes of them', () => {
    const view = notice('credits-expiring', { month: '2028-02', carbon: 1200, bonus: 30 });
    expect(view.title).toBe('1,230 积分快到期了');
    expect(view.text).toBe(
      '减排 1,200、奖励 30，可以用到2月29日 24 点。到期后，减排积分转入公共碳池，奖励积分作废。',
    );
    const only = notice('credits-expiring', { month: '2028-12', carbon: 0, bonus: 30 });
    expect(only.text).toBe('奖励 30，可以用到12月31日 24 点。到期后，奖励积分作废。');
  });

  test('a template that this version does not know is told without inventing anything', () => {
    expect(notice('from-the-future' as NoticeTemplate).title).toBe('一条新消息');
  });
});

describe('the methodology', () => {
  const row = { setId: 's', setName: '集', year: '2021', source: '报道', standing: 'secondary' };
  const view = viewMethodology({
    caps: { dayGrams: 10_000, monthGrams: 200_000 },
    partners: [],
    rules: [],
    incentives: [],
    equivalents: [],
    sets: [
      {
        setId: 's',
        setName: '集',
        city: 'shenzhen',
        validFromDay: '2021-01-01',
        validToDay: null,
        uncertaintyNote: shenzhenFactorSet.uncertaintyNote,
        factors: [
          {
            ...row,
            mode: 'metro',
            reductionMilligramsPerKm: 46_700,
            baselineMilligramsPerKm: null,
            emissionMilligramsPerKm: null,
          },
          {
            ...row,
            mode: 'bus',
            reductionMilligramsPerKm: null,
            baselineMilligramsPerKm: 80_000,
            emissionMilligramsPerKm: 53_100,
          },
        ],
      },
    ],
  });

  test('gives each factor with year, source and standing, in both published forms', () => {
    expect(view.sets[0]!.factors).toEqual([
      { mode: 'metro', name: '地铁', value: '46.7 克/公里', origin: '2021 年 · 二手来源', source: '报道' },
      { mode: 'bus', name: '公交', value: '26.9 克/公里', origin: '2021 年 · 二手来源', source: '报道' },
    ]);
  });

  test('gives the caps and since when the set counts', () => {
    expect(view).toMatchObject({ dayCap: '10.0 千克', monthCap: '200.0 千克' });
    expect(view.sets[0]!.validity).toBe('2021-01-01 起');
  });
});

test('the methodology says who signs, and each number with its reason and source; what has no number is left out', () => {
  const number = {
    key: 'k',
    title: '奖励',
    rule: '规则。',
    value: '20 积分',
    source: '某文',
    standing: 'secondary' as const,
  };
  const view = viewMethodology({
    caps: { dayGrams: 1, monthGrams: 1 },
    partners: [{ name: '示例单车', city: 'shenzhen', modes: ['shared-bike', 'shared-e-bike'] }],
    rules: [{ ...number, source: '碳点点自行设定', standing: 'own' }],
    incentives: [number],
    equivalents: [],
    sets: [],
  });
  expect(view.partners).toEqual([{ name: '示例单车', city: '深圳', modes: '共享单车、共享电单车' }]);
  expect(view.numbers.map(({ key, rows }) => [key, rows[0]?.source])).toEqual([
    ['rules', '碳点点自行设定'],
    ['incentives', '某文 · 二手来源'],
  ]);
});

test('the onboarding shows the steps that the server counts, value first, with a ride worth something', () => {
  expect(shownSteps.map(({ step }) => step)).toEqual([...onboardingSteps]);
  expect(onboardingExample().amount).toMatch(/^\+1,\d{3}$/);
});
