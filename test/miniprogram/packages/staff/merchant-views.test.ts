import {
  settlementOf,
  settlementProblems,
  viewMerchant,
} from '../../../../miniprogram/packages/staff/views/merchants';

test.each([
  ['fund-trees', '捐赠项目'],
  ['partner-bawei', '合作方的权益'],
  ['self', '商户'],
])('%s is %s', (merchantId, kind) => {
  const view = viewMerchant({ merchantId, name: '甲', bonus: 1_200, pendingApprovalId: null });
  expect(view).toMatchObject({ kind, amount: '1,200 积分', label: `甲，${kind}，未结算 1,200 积分` });
});

const form = { amount: ' 300', voucher: '银行 2026-11-0007 ', reason: '款已付清' };

test.each([
  [{}, {}],
  [{ amount: '1201' }, { amount: '未结算的只有 1,200 积分' }],
  [{ amount: '-3' }, { amount: '请填写 1 以上的整数' }],
  [{ voucher: ' ' }, { voucher: '请填写付款凭证号（2–40 个字）' }],
  [{ reason: '' }, { reason: '请写明原因（至少 2 个字）' }],
])('a form with %j has the problems %j', (typed, problems) => {
  expect(settlementProblems({ ...form, ...typed }, 1_200)).toEqual(problems);
});

test('what is sent has no spaces around it', () =>
  expect(settlementOf(form)).toEqual({ amount: 300, voucher: '银行 2026-11-0007', reason: '款已付清' }));
