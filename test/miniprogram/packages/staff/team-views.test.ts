import type { Member, Permission } from '../../../../miniprogram/packages/staff/services/team';
import { memberActions } from '../../../../miniprogram/packages/staff/views/forms';
import { reviewProgress, viewReview } from '../../../../miniprogram/packages/staff/views/review';
import {
  changeText,
  givenGroups,
  permissionGroups,
  viewRoleRow,
} from '../../../../miniprogram/packages/staff/views/roles';
import {
  inTeamOrder,
  memberActionWords,
  viewApplicationRow,
  viewMemberDetail,
  viewMemberRow,
} from '../../../../miniprogram/packages/staff/views/team';

const NOW_MS = Date.parse('2026-11-20T09:03:00+08:00');

const member: Member = {
  staffId: 's1',
  name: '何静',
  department: '客户服务部',
  superior: { staffId: 's2', name: '周敏' },
  state: 'active',
  stateReason: null,
  roles: [{ roleId: 'customer-service', name: '客服' }],
  lastActiveAtMs: NOW_MS,
  hasCode: true,
  elevatedUntilMs: null,
};
const everything = new Set<Permission>([
  'staff.grant',
  'staff.suspend',
  'staff.enable',
  'staff.remove',
  'staff.recover',
]);
const actionsOf = (change: Partial<Member>, permissions: ReadonlySet<Permission> = everything) =>
  viewMemberDetail({ ...member, ...change }, { staffId: 'me', permissions }, NOW_MS).actions.map(
    ({ action }) => action,
  );

describe('what can be done with a member', () => {
  test.each([
    [{}, ['grant', 'leave', 'recover', 'disable', 'hand-over', 'remove']],
    [{ state: 'disabled' as const }, ['grant', 'enable', 'recover', 'hand-over', 'remove']],
    [{ state: 'on-leave' as const, hasCode: false }, ['grant', 'enable', 'disable', 'hand-over', 'remove']],
    [{ state: 'removed' as const }, []],
    [{ staffId: 'me' }, []],
  ])('who is %j', (change, actions) => {
    expect(actionsOf(change)).toEqual(actions);
  });

  test('is no more than the reader holds', () => {
    expect(actionsOf({}, new Set<Permission>(['staff.suspend']))).toEqual(['leave', 'disable']);
    expect(actionsOf({}, new Set())).toEqual([]);
  });

  test('is asked for in words of its own', () => {
    expect(new Set(memberActions.map(action => memberActionWords[action].heading)).size).toBe(7);
  });
});

test('a member is shown with everything that is known, and marked when it is oneself', () => {
  const view = viewMemberDetail(
    { ...member, superior: null, roles: [], lastActiveAtMs: null, elevatedUntilMs: NOW_MS },
    { staffId: 's1', permissions: new Set() },
    NOW_MS,
  );
  expect(view.name).toBe('何静（我）');
  expect(view.facts.map(({ value }) => value)).toEqual([
    '客户服务部',
    '没有',
    '没有角色',
    '还没有用过',
    '已启用',
    '到 今天 09:03',
  ]);
});

test('who works comes first, who has left last', () => {
  const states = ['removed', 'active', 'disabled', 'on-leave'] as const;
  const ordered = inTeamOrder(states.map(state => ({ ...member, state })));
  expect(ordered.map(one => viewMemberRow(one).state)).toEqual(['在岗', '请假中', '已停用', '已注销']);
});

test('an application to open says who, where, as what and since when', () => {
  const application = {
    applicationId: 'p1',
    name: '唐宁',
    department: '内容部',
    superior: { staffId: 's2', name: '周敏' },
    roles: [{ roleId: 'content', name: '内容编辑' }],
    reason: '排期',
    approvedAtMs: NOW_MS,
  };
  expect(viewApplicationRow(application, '2026-11-20').note).toBe(
    '内容部 · 内容编辑 · 上级 周敏 · 11月20日全部同意',
  );
});

describe('roles', () => {
  const all = [
    { permission: 'staff.read' as const, label: '查看员工', risk: 'low' as const },
    { permission: 'staff.open' as const, label: '开通员工账号', risk: 'high' as const },
    { permission: 'audit.read' as const, label: '查看审计记录', risk: 'low' as const },
  ];
  const groups = permissionGroups({ all, given: ['staff.open'], mine: new Set(['staff.read' as const]) });

  test('stand in areas, each permission with its risk and whether one may touch it', () => {
    expect(groups.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['员工账号', 2],
      ['审计', 1],
    ]);
    expect(groups[0]?.rows).toMatchObject([
      { isGiven: false, isLocked: false, isHighRisk: false },
      { isGiven: true, isLocked: true, isHighRisk: true },
    ]);
  });

  test('are read without what they do not allow', () => {
    expect(givenGroups(groups)).toMatchObject([{ rows: [{ permission: 'staff.open' }] }]);
  });

  test.each([
    [['staff.read'], ['staff.read'], ''],
    [['staff.read'], ['staff.read', 'audit.read'], '增加 1 项'],
    [['staff.read', 'staff.open'], ['audit.read'], '增加 1 项，去掉 2 项'],
  ] as [Permission[], Permission[], string][])('from %j to %j is "%s"', (before, after, text) => {
    expect(changeText(before, after)).toBe(text);
  });

  test('that nobody holds say so', () => {
    const role = { roleId: 'content', name: '内容编辑', permissions: ['desk.use' as const], members: 0 };
    expect(viewRoleRow(role)).toMatchObject({ note: '1 项权限', members: '没有人' });
  });
});

test('the quarterly check lists what nobody needed and counts how far it is', () => {
  const permissions = [
    { permission: 'staff.read' as const, label: '查看员工', lastUsedDay: '2026-11-19', unused: false },
    { permission: 'staff.open' as const, label: '开通员工账号', lastUsedDay: '2026-07-01', unused: true },
    { permission: 'audit.read' as const, label: '查看审计记录', lastUsedDay: null, unused: true },
  ];
  const one = { staffId: 's1', name: '何静', roles: [], permissions, decision: null, note: null };
  const cards = viewReview(
    { quarter: '2026-Q4', members: [one, { ...one, decision: 'reduce', note: '收回' }] },
    '2026-11-20',
  );
  expect(cards[0]).toMatchObject({
    roles: '没有角色',
    used: '在用 1 项',
    unused: [{ note: '7月1日用过' }, { note: '从没用过' }],
    decided: '',
  });
  expect(cards[1]).toMatchObject({ decided: '需要收回', note: '收回' });
  expect(reviewProgress(cards)).toBe('已检查 1 / 2 人');
});
