import type { Fund } from '../../../../miniprogram/packages/staff/services/funds';
import {
  changeOfFund,
  formOfFund,
  fundProblems,
  viewFund,
} from '../../../../miniprogram/packages/staff/views/funds';

const fund: Fund = {
  fundId: 'trees-2027',
  name: '城市补植',
  kind: 'planting',
  purpose: '补种树苗。',
  organisation: { name: '某某基金会', creditCode: '53100000500000000X', agreement: '2026-08-01 第 12 号' },
  isOpen: true,
  place: 2,
  problem: null,
  pendingApprovalId: null,
};
const example = { ...fund, name: '城市补植（示例）', organisation: null };

test.each([
  [{}, { state: '开放', tone: 'green', receiver: '某某基金会', detail: '植树 · 排第 2' }],
  [{ isOpen: false }, { state: '已关闭', tone: 'quiet' }],
  [{ problem: '缺少协议' }, { state: '有误，会员看不到', tone: 'amber', problem: '缺少协议' }],
  [{ organisation: null }, { receiver: '示例，没有签约机构' }],
  [{ pendingApprovalId: 'a' }, { label: expect.stringContaining('有一项变更在审批') }],
])('a fund with %j reads as such', (change, shown) => {
  expect(viewFund({ ...fund, ...change } as Fund)).toMatchObject(shown);
});

test('a form that was not touched asks for the fund as it is', () => {
  const reason = '协议到期';
  const { problem: _, pendingApprovalId: _id, ...settings } = fund;
  expect(changeOfFund({ ...formOfFund(fund, 3), reason })).toEqual({ ...settings, reason });
  expect(changeOfFund(formOfFund(example, 3)).organisation).toBeNull();
  expect(formOfFund(null, 3)).toMatchObject({ place: '4', isOpen: true, hasOrganisation: true });
});

const form = { ...formOfFund(fund, 3), reason: '协议已签' };
test.each([
  [{}, []],
  [{ fundId: '树' }, ['fundId']],
  [{ name: '很'.repeat(21) }, ['name']],
  [{ place: '0' }, ['place']],
  [{ place: '1.5' }, ['place']],
  [{ creditCode: '5310000050000000OI' }, ['creditCode']],
  [{ creditCode: '53100000500000000x' }, []],
  [{ agreement: '' }, ['agreement']],
  [{ hasOrganisation: false }, ['name']],
  [{ hasOrganisation: false, name: '城市补植（示例）', agreement: '' }, []],
  [{ reason: '' }, ['reason']],
])('a form with %j is wrong in %j', (typed, fields) => {
  expect(Object.keys(fundProblems({ ...form, ...typed }))).toEqual(fields);
});
