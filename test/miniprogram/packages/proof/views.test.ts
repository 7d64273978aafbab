import { creditPlaces, findingCodes } from '../../../../cloudfunctions/contract/open-ledger';
import { stages } from '../../../../miniprogram/packages/proof/services/own-proof';
import type { OpenLedger } from '../../../../miniprogram/packages/proof/services/public-seals';
import { placeText } from '../../../../miniprogram/packages/proof/views/credit-places';
import { ownFaultText, publicFindingText } from '../../../../miniprogram/packages/proof/views/fault-text';
import {
  viewOpenLedger,
  viewRetired,
  viewSeal,
} from '../../../../miniprogram/packages/proof/views/open-ledger';
import { viewProgress, viewVerdict } from '../../../../miniprogram/packages/proof/views/own-proof';
import { viewSeal as viewHomeSeal } from '../../../../miniprogram/views/own-seal';

const NOW_MS = Date.parse('2026-11-21T09:00:00+08:00');
const TODAY = '2026-11-21';
const root = (digit: string): string => digit.repeat(64);

const sealed = {
  day: '2026-11-20',
  root: `c41d${'0'.repeat(56)}09b2`,
  previousRoot: root('a'),
  leafCount: 12,
  entryCount: 6204,
  lateCount: 0,
  accounts: 5,
  sealedAtMs: NOW_MS,
};

const ledger: OpenLedger = {
  atMs: NOW_MS,
  seals: [sealed],
  equations: {
    day: '2026-11-20',
    checkedAtMs: NOW_MS,
    kinds: [
      {
        kind: 'carbon',
        minted: 3_184_207,
        places: [
          { place: 'users', amount: 3_034_257 },
          { place: 'debt', amount: -50 },
          { place: 'pools', amount: 100_000 },
          { place: 'retired', amount: 50_000 },
        ],
        total: 3_184_207,
        holds: true,
      },
      { kind: 'bonus', minted: 120, places: [{ place: 'users', amount: 100 }], total: 100, holds: false },
    ],
    trips: { minted: 3_184_207, grams: 3_184_207, forgottenGrams: 842, holds: true },
  },
  verification: {
    state: 'sound',
    checkedDay: '2026-11-20',
    checkedAtMs: NOW_MS,
    entries: 6204,
    accounts: 130,
    wholeAtMs: null,
    wholeEntries: 0,
    findings: [],
    findingCount: 0,
  },
  payingOut: { goesOn: true, sinceMs: 0 },
  factorSets: [
    {
      setId: 'sz-2021',
      setName: '深圳 2021',
      validFromDay: '2021-01-01',
      validToDay: null,
      sources: ['甲', '乙'],
      uncertaintyNote: '',
    },
  ],
  pools: [{ origin: 'sz-2021:2026-11', setId: 'sz-2021', vintage: '2026-11', issued: 100, left: 40 }],
  retired: [
    {
      origin: 'sz-2021:2026-11',
      from: 1,
      to: 40,
      amount: 40,
      beneficiary: '深圳湾马拉松',
      purpose: '抵消接驳车的排放',
      atMs: NOW_MS,
      entryKey: 'retired:1',
    },
  ],
  retiredBefore: null,
};

describe('开放账本', () => {
  const view = viewOpenLedger(ledger, NOW_MS);

  test('writes both sides of each kind, what is owed as a minus, and whether they are equal', () => {
    const [carbon, bonus] = view.equations;
    expect(view.asOf).toBe('截至 11月20日 24:00 · 全体用户');
    expect(carbon).toMatchObject({ minted: '3,184,207', total: '3,184,207', verdict: '等式成立，差额 0' });
    expect(carbon?.rows.map(({ name, amount }) => `${name} ${amount}`)).toEqual([
      '用户持有 3,034,257',
      '待抵扣 −50',
      '已归集到碳池 100,000',
      '已注销 50,000',
    ]);
    expect(carbon?.look).toBe('holds');
    expect(bonus).toMatchObject({ look: 'wrong', verdict: '等式不成立，差额 −20' });
  });

  test('draws what is there, so that small parts are seen and debts are none', () => {
    expect(view.equations[0]?.parts).toEqual([
      { name: 'users', percent: 95, shade: 0 },
      { name: 'pools', percent: 3, shade: 3 },
      { name: 'retired', percent: 2, shade: 4 },
    ]);
  });

  test('tells trips that were forgotten, pools and retired numbers', () => {
    expect(view.trips?.explanation).toContain('其中 842 克的行程已按用户要求删除');
    expect(view.pools).toEqual([
      expect.objectContaining({ name: '深圳 2021 · 2026年11月出行', amount: '60 克' }),
    ]);
    const [retired] = ledger.retired;
    expect(viewRetired(retired!, ledger.factorSets, TODAY)).toMatchObject({
      serials: '第 1–40 号',
      beneficiary: '深圳湾马拉松',
      explanation: '用途：抵消接驳车的排放。深圳 2021 · 2026年11月出行，11月21日 09:00 注销，永久作废。',
    });
    const unnamed = viewRetired({ ...retired!, beneficiary: null, purpose: null }, [], TODAY);
    expect(unnamed).toMatchObject({ beneficiary: '', explanation: expect.stringMatching(/^sz-2021/) });
  });

  test('names what was found wrong, and that paying out stands still', () => {
    const finding = {
      code: 'CHANGED' as const,
      key: 'trip:1',
      seq: 45,
      day: '2026-11-20',
      foundAtMs: NOW_MS,
    };
    const failed = viewOpenLedger(
      {
        ...ledger,
        verification: { ...ledger.verification, state: 'failed', findings: [finding], findingCount: 3 },
        payingOut: { goesOn: false, sinceMs: NOW_MS },
      },
      NOW_MS,
    );
    expect(failed.checking).toMatchObject({
      kind: 'failed',
      title: '发现 3 处对不上',
      more: '还有 2 处没有列出。',
    });
    expect(failed.checking.findings).toEqual([
      { name: '11月20日 · 第 45 笔', text: '内容和写入时的哈希不一致，被改动过', key: 'trip:1' },
    ]);
    expect(failed.payingOut).toContain('今天 09:00 起暂停');
  });

  test.each([
    ['a failed check', { state: 'failed' as const }, ''],
    ['roots that are not those the phone has seen', {}, '历史被重写过'],
  ])('with %s sums that are equal are no good news', (_, verification, sealsFault) => {
    const red = { ...ledger, verification: { ...ledger.verification, ...verification } };
    const [carbon] = viewOpenLedger(red, NOW_MS, sealsFault).equations;
    expect(carbon).toMatchObject({ look: 'doubted', verdict: '两边相等，但核验没通过' });
  });

  test('lists findings by their number, and those of no entry last', () => {
    const findings = [null, 53, 52, 55].map(seq => ({
      code: 'CHANGED' as const,
      key: null,
      seq,
      day: null,
      foundAtMs: NOW_MS,
    }));
    const failed = { ...ledger.verification, state: 'failed' as const, findings };
    const { checking } = viewOpenLedger({ ...ledger, verification: failed }, NOW_MS);
    expect(checking.findings.map(({ name }) => name)).toEqual(['第 52 笔', '第 53 笔', '第 55 笔', '账本']);
  });

  test('says why the equation is of an older day than the last seal', () => {
    expect(view.behind).toBe('');
    const ahead = { ...ledger, seals: [{ ...sealed, day: '2026-11-21' }, sealed] };
    expect(viewOpenLedger(ahead, NOW_MS).behind).toMatch(/已封账，还在逐笔核算，总数先到 11月20日/);
    const failed = { ...ahead, verification: { ...ledger.verification, state: 'failed' as const } };
    expect(viewOpenLedger(failed, NOW_MS).behind).toMatch(/核验没通过，总数停在 11月20日/);
  });

  test('says nothing of credits before the first day is checked', () => {
    const unchecked = { ...ledger.verification, state: 'unchecked' as const, checkedAtMs: null };
    const early = viewOpenLedger({ ...ledger, equations: null, verification: unchecked }, NOW_MS);
    expect(early).toMatchObject({ asOf: '', equations: [], trips: null, checking: { title: '还没有核过' } });
  });

  test.each([
    [{}, '这台手机第一次看到它，已经记住。', false],
    [{ '2026-11-20': sealed.root }, '和这台手机以前记住的一样。', false],
    [{ '2026-11-20': root('f') }, '和这台手机以前记住的不一样！', true],
  ])('compares a root with the one that the phone has seen: %p', (seen, memory, isChanged) => {
    const seal = viewSeal(sealed, seen, TODAY);
    expect(seal).toMatchObject({ name: '11月20日', short: 'c41d…09b2', memory, isChanged });
    expect(seal.detail).toBe('6,204 笔 · 前一日根已包含');
  });

  test('has words for every place and every finding', () => {
    for (const place of creditPlaces) expect(placeText(place).name).not.toBe('');
    for (const code of findingCodes) expect(publicFindingText(code)).not.toBe('');
  });
});

const sound = {
  fault: null,
  failedAt: null,
  stoppedAt: null,
  entries: 46,
  days: 23,
  earlierDays: 0,
  sealedEntries: 45,
  available: 25_204,
  last: sealed,
  seenBefore: 0,
  watchedSinceMs: null,
  accused: null,
};

describe('自证', () => {
  test('draws how far it has come', () => {
    const states = viewProgress({ stage: 'days', done: 4, inAll: 23 }, { entries: '46 笔' });
    expect(states.map(({ state, count }) => `${state} ${count}`)).toEqual([
      'passed 46 笔',
      'passed ',
      'passed ',
      'now 4 / 23 天',
    ]);
    expect(viewProgress(null, {}).map(({ state }) => state)).toEqual(['now', 'ahead', 'ahead', 'ahead']);
    expect(states[3]?.label).toContain('逐日找到自己，正在核对');
  });

  test('says of a sound account what was checked, and what waits', () => {
    const verdict = viewVerdict(sound, NOW_MS);
    expect(verdict).toMatchObject({ kind: 'sound', number: '46', unit: '笔', title: '一笔不差' });
    expect(verdict.facts.map(({ name, value }) => `${name} ${value}`)).toEqual([
      '能用的积分 25,204',
      '已在封账里 45 笔',
      '等下次封账 1 笔',
      '11月20日 的根 c41d…09b2',
      '这台手机记着的根 从这次开始记',
    ]);
    const watched = { ...sound, seenBefore: 12 };
    const again = viewVerdict({ ...watched, watchedSinceMs: NOW_MS - 60_000 }, NOW_MS);
    expect(again.facts.at(-1)?.value).toBe('12 天，今天 08:59 开始记，没变过');
    expect(viewVerdict(watched, NOW_MS).facts.at(-1)?.value).toBe('12 天，没变过');
  });

  test('tells of days that were not looked at one by one what stands for them', () => {
    const { stations } = viewVerdict({ ...sound, earlierDays: 470 }, NOW_MS);
    expect(stations[3]?.detail).toContain('更早的 470 天由账尾一并证明');
  });

  test('names the entry that is wrong, where it was found, and nothing of what comes after', () => {
    const fault = { code: 'NOT_AS_SEALED' as const, seq: 45, key: 'trip:1', day: '2026-11-20' };
    const verdict = viewVerdict({ ...sound, fault, failedAt: 'days' }, NOW_MS);
    expect(verdict).toMatchObject({ kind: 'broken', number: '第 45 笔', key: 'trip:1' });
    expect(verdict.text).toBe('这一笔和 11月20日 封账时的不是同一个：封账以后被重做过。');
    const early = viewVerdict({ ...sound, fault, failedAt: 'balance' }, NOW_MS);
    expect(early.stations.map(({ state }) => state)).toEqual(['passed', 'broken', 'ahead', 'ahead']);
    expect(early.stations).toHaveLength(stages.length);
  });

  test('says the entry as people know it, and no more affirms what failed or was not reached', () => {
    const fault = { code: 'CHANGED' as const, seq: 45, key: 'trip:1', day: '2026-11-20' };
    const accused = { reason: 'trip', day: '2026-11-20', amount: 942 };
    const verdict = viewVerdict({ ...sound, fault, accused, failedAt: 'entries' }, NOW_MS);
    expect(verdict.facts.map(({ name, value }) => `${name} ${value}`)).toEqual([
      '事由 出行减排',
      '日期 11月20日',
      '现在写着的积分 +942',
    ]);
    expect(verdict.stations.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('至少一样对不上'),
      ...Array(3).fill('没有核到这一步。'),
    ]);
  });

  test.each(stages)('%s: where it failed, it says so', failedAt => {
    const fault = { code: 'BAD_PROOF' as const, seq: null, key: null, day: null };
    const { stations } = viewVerdict({ ...sound, fault, failedAt }, NOW_MS);
    expect(stations.find(({ state }) => state === 'broken')?.detail).toMatch(/对不上|不一样/);
  });

  test.each([
    [{ ...sound, stoppedAt: 'seals' as const }, 'stopped'],
    [{ ...sound, entries: 0, sealedEntries: 0 }, 'empty'],
    [
      { ...sound, fault: { code: 'ROOT_CHANGED' as const, seq: null, key: null, day: '2026-11-19' } },
      'broken',
    ],
  ])('tells what it came to: %#', (result, kind) => expect(viewVerdict(result, NOW_MS).kind).toBe(kind));

  test('a check that was stopped ticks only what it came past', () => {
    const { stations } = viewVerdict({ ...sound, stoppedAt: 'seals' }, NOW_MS);
    expect(stations.map(({ state }) => state)).toEqual(['passed', 'passed', 'ahead', 'ahead']);
  });

  test('a fault of no known day is one of its own day', () =>
    expect(ownFaultText({ code: 'BAD_PROOF', seq: null, key: null, day: null }, TODAY)).toMatch(/^当天 的/));

  test.each([
    [null, '自证', false],
    [{ isSound: true }, '已自证 · 11月21日', false],
    [{ isSound: false }, '核对没通过', true],
  ])('the seal beside the balance: %p', (memory, text, isBroken) => {
    const rest = { account: 'user:a', checkedAtMs: NOW_MS, sealedUpTo: '', seq: 1, head: '', days: {} };
    expect(viewHomeSeal(memory && { ...rest, ...memory }, NOW_MS)).toEqual({ text, isBroken });
  });
});
