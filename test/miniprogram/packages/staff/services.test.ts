import { type FakeWx, installFakeWx, ok } from '../../services/fake-wx';

let phone: FakeWx;
beforeEach(() => {
  jest.resetModules();
  phone = installFakeWx();
});

const member = {
  staffId: 's1',
  name: '林嘉',
  department: '运营部',
  roles: [],
  permissions: ['desk.use'],
  elevatedUntilMs: null,
};

test.each([
  [member, true],
  [null, false],
])('我的 shows the way to the console to who was staff at the last visit: %#', async (one, isStaff) => {
  phone.answer = () => ok({ member: one });
  const { isKnownStaff } = await import('../../../../miniprogram/services/staff-memory');
  const { enterDesk } = await import('../../../../miniprogram/packages/staff/services/desk');
  expect(isKnownStaff()).toBe(false);
  await enterDesk();
  expect(isKnownStaff()).toBe(isStaff);
});

test('somebody who is nobody may do nothing', async () => {
  phone.answer = () => ok({ member: null });
  const { readMe } = await import('../../../../miniprogram/packages/staff/services/me');
  expect(await readMe()).toEqual({ staffId: '', permissions: new Set() });
  phone.answer = () => ok({ member });
  expect(await readMe()).toEqual({ staffId: 's1', permissions: new Set(['desk.use']) });
});

const read = { approvalId: 'a1', payloadHash: 'f'.repeat(64) };

test.each([
  ['approve', 'approvals.approve', { ...read, comment: '好的' }],
  ['deny', 'approvals.deny', { ...read, comment: '好的' }],
  ['comment', 'approvals.comment', { approvalId: 'a1', text: '好的' }],
  ['withdraw', 'approvals.withdraw', { approvalId: 'a1', reason: '好的' }],
  ['escalate', 'approvals.escalate', { approvalId: 'a1', reason: '好的' }],
] as const)('%s decides what was read: %s', async (action, procedure, input) => {
  phone.answer = () => ok({ state: 'failed', failure: '情况已变化' });
  const { act } = await import('../../../../miniprogram/packages/staff/approval/panel/act');
  expect(await act[action](read, '好的')).toBe(action === 'approve' ? '情况已变化' : null);
  expect(phone.sent).toMatchObject([{ procedure, input }]);
});

const form = { roleIds: ['content'], untilDay: '2026-11-30', successorId: 's2', reason: '离岗' };

test.each([
  ['grant', 'staff.requestGrant', { staffId: 's1', roleIds: ['content'], reason: '离岗' }, 'a1'],
  ['recover', 'staff.requestRecovery', { staffId: 's1', reason: '离岗' }, 'a1'],
  ['leave', 'staff.recordLeave', { staffId: 's1', untilDay: '2026-11-30', reason: '离岗' }, undefined],
  ['disable', 'staff.disable', { staffId: 's1', reason: '离岗' }, undefined],
  ['enable', 'staff.enable', { staffId: 's1', reason: '离岗' }, undefined],
  ['hand-over', 'staff.handOver', { staffId: 's1', successorId: 's2', reason: '离岗' }, undefined],
  ['remove', 'staff.remove', { staffId: 's1', reason: '离岗' }, undefined],
] as const)('%s sends what the action needs and no more', async (action, procedure, input, approvalId) => {
  phone.answer = () => ok({ approvalId: 'a1' });
  const { act } = await import('../../../../miniprogram/packages/staff/member/panel/act');
  expect((await act[action]('s1', form)).approvalId).toBe(approvalId);
  expect(phone.sent).toMatchObject([{ procedure, input }]);
});

test('no secret and no words stay on the phone after the answer', async () => {
  phone.answer = () => ok({ secret: 'ABCD', uri: 'otpauth://totp/x' });
  const { beginCode, requestElevation } = await import(
    '../../../../miniprogram/packages/staff/services/desk'
  );
  await beginCode();
  await requestElevation({ permissions: ['audit.read'], reason: '核对退款' });
  expect(JSON.stringify([...phone.stored])).not.toMatch(/ABCD|核对退款|audit\.read/);
});
