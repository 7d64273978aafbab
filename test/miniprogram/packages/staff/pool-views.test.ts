import {
  emptyRetirement,
  numbersText,
  retirementOf,
  retirementProblems,
  viewPool,
  viewRetired,
} from '../../../../miniprogram/packages/staff/views/pools';

const NOW_MS = Date.parse('2026-11-21T10:00:00+08:00');
const pool = {
  origin: 'sz-2021:2026-11',
  setName: '深圳 2021',
  vintage: '2026-11',
  issued: 12_000,
  left: 2_000,
  pendingApprovalId: null,
};

test('a pool says what is in it, and which number is next', () => {
  expect(viewPool(pool)).toMatchObject({
    name: '深圳 2021 · 2026年11月出行',
    amount: '10,000 克',
    note: '编号发到第 12,000 号，已离开 2,000 克',
    rest: 10_000,
    first: 2_001,
  });
  expect(viewPool({ ...pool, pendingApprovalId: 'a' }).label).toContain('有一次注销在审批');
});

test('what was retired says for whom, and an entry that names nobody says so', () => {
  const numbers = { origin: pool.origin, from: 1, to: 1, amount: 1, atMs: NOW_MS, entryKey: 'retired:1' };
  const named = viewRetired({ ...numbers, beneficiary: '甲公司', purpose: '年会' }, NOW_MS);
  expect(named).toMatchObject({ beneficiary: '甲公司', purpose: '年会', amount: '1 克' });
  expect(named.numbers).toContain('第 1 号');
  const unnamed = viewRetired({ ...numbers, beneficiary: null, purpose: null }, NOW_MS);
  expect(unnamed.beneficiary).toBe('未写明受益方');
});

const form = { amount: ' 300 ', beneficiary: '甲公司 ', purpose: '抵消年会排放', reason: '双方已签确认单' };

test.each([
  [{}, {}],
  [{ amount: '' }, { amount: '请填写 1 以上的整数' }],
  [{ amount: '1.5' }, { amount: '请填写 1 以上的整数' }],
  [{ amount: '10001' }, { amount: '碳池里还有 10,000 克' }],
  [{ beneficiary: '甲' }, { beneficiary: '请写明受益方（至少 2 个字）' }],
  [{ beneficiary: '张三13800138000' }, { beneficiary: '公开的文字里不能有手机号、证件号等长号码' }],
  [{ purpose: '用'.repeat(61) }, { purpose: '用途不超过 60 字' }],
  [{ reason: ' ' }, { reason: '请写明原因（至少 2 个字）' }],
])('a form with %j has the problems %j', (typed, problems) => {
  expect(retirementProblems({ ...form, ...typed }, 10_000)).toEqual(problems);
});

test('what is sent has no spaces around it; an empty form is wrong everywhere', () => {
  expect(retirementOf(form)).toMatchObject({ amount: 300, beneficiary: '甲公司' });
  expect(Object.keys(retirementProblems(emptyRetirement, 1))).toHaveLength(4);
});

test('the numbers that would go are said once there is an amount', () => {
  expect(numbersText('300', 2_001, 10_000)).toBe('将注销第 2,001–2,300 号。');
  expect(numbersText('', 2_001, 10_000)).toBe('从第 2,001 号起，还有 10,000 克。');
});
