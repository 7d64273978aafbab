import { permissions as allPermissions } from '../../../../cloudfunctions/contract/permissions';
import type { Entrance, Todos } from '../../../../miniprogram/packages/staff/services/desk';
import {
  alarmBanner,
  confirmedText,
  quarterText,
  todoLinks,
  toolsFor,
  viewApplication,
  viewMember,
  viewReminders,
} from '../../../../miniprogram/packages/staff/views/desk';
import {
  applicationProblems,
  claimProblems,
  elevationProblems,
  memberProblems,
  roleProblems,
  toggled,
} from '../../../../miniprogram/packages/staff/views/forms';
import {
  permissionAreas,
  permissionLabels,
} from '../../../../miniprogram/packages/staff/views/permission-labels';
import { viewSecretKey } from '../../../../miniprogram/packages/staff/views/secret-key';
import {
  problemsOf,
  reasonProblem,
  viewStaffFailure,
} from '../../../../miniprogram/packages/staff/views/staff-failure';

const NOW_MS = Date.parse('2026-11-20T09:03:00+08:00');

test('permissions are called what the contract calls them, each in an area with a Chinese title', () => {
  const labels = Object.entries(allPermissions).map(([name, { label }]) => [name, label]);
  expect(permissionLabels).toEqual(Object.fromEntries(labels));
  const areas = permissionAreas(Object.keys(permissionLabels) as (keyof typeof permissionLabels)[]);
  expect(areas.flatMap(({ permissions }) => permissions)).toHaveLength(labels.length);
  expect(areas.filter(({ title }) => /[a-z]/.test(title))).toEqual([]);
});

describe('the desk', () => {
  const nothing = { toOpen: 0, reviewDue: null, reportsWaiting: 0, ledger: null };
  const todos: Todos = { toDecide: 2, mine: 1, ...nothing, reminders: [] };

  test.each([
    [{}, []],
    [{ toOpen: 2 }, [['待开通账号', '开通 2 个']]],
    [{ reportsWaiting: 3 }, [['出行申报', '审核 3 份']]],
    [{ reviewDue: '2026-Q4' }, [['2026 年第 4 季度权限检查', '去检查']]],
  ])('lists what waits besides approvals: %j', (change, links) => {
    expect(todoLinks({ ...todos, ...change }).map(({ title, value }) => [title, value])).toEqual(links);
  });

  test.each([
    [null, undefined],
    [{ openAlarms: 0, isPaying: true }, undefined],
    [{ openAlarms: 2, isPaying: true }, '2 条告警未处理'],
    [{ openAlarms: 0, isPaying: false }, '积分使用已暂停'],
    [{ openAlarms: 2, isPaying: false }, '2 条告警未处理 · 积分使用已暂停'],
  ])('warns everybody who reads alarms: %j', (ledger, title) => {
    expect(alarmBanner({ ...todos, ledger })?.title).toBe(title);
  });

  test('gives alarms to those who may acknowledge them', () => {
    const waiting = { ...todos, ledger: { openAlarms: 2, isPaying: true } };
    expect(todoLinks(waiting, ['alarms.read'])).toEqual([]);
    expect(todoLinks(waiting, ['alarms.acknowledge'])).toMatchObject([{ value: '处理 2 条' }]);
  });

  test('offers the tools that somebody may use, and no others', () => {
    expect(toolsFor(['desk.use', 'riders.read']).map(({ title }) => title)).toEqual(['审批', '会员查询']);
    expect(toolsFor([])).toEqual([]);
  });

  test('says who somebody is, what is temporary and how long a code counts', () => {
    const member: NonNullable<Entrance['member']> = {
      staffId: 's',
      name: '吴桐',
      department: '财务部',
      roles: [
        { roleId: 'finance', name: '财务' },
        { roleId: 'auditor', name: '审计' },
      ],
      permissions: [],
      elevatedUntilMs: NOW_MS,
    };
    const view = viewMember(member);
    expect(view).toMatchObject({ place: '财务部 · 财务、审计', elevated: '临时权限到 09:03 为止' });
    expect(viewMember({ ...member, roles: [], elevatedUntilMs: null })).toMatchObject({
      place: '财务部',
      elevated: '',
    });
    expect([confirmedText(NOW_MS), confirmedText(null)]).toEqual(['动态码已确认，09:03 前不再问', '']);
  });

  test('a reminder leads to its approval, where there is one', () => {
    const reminder = { atMs: NOW_MS, kind: 'decided' as const, title: '已同意', approvalId: null };
    expect(viewReminders([reminder, { ...reminder, approvalId: 'a1' }], NOW_MS)).toMatchObject([
      { approvalId: '', time: '今天 09:03' },
      { approvalId: 'a1' },
    ]);
  });

  test.each([
    ['decide-soon', '快到时限：修改参数'],
    ['escalated', '升级待批：修改参数'],
    ['handed-over', '修改参数'],
  ] as const)('a reminder %s says why it is told again', (kind, title) => {
    const reminder = { atMs: NOW_MS, kind, title: '修改参数', approvalId: 'a1' };
    expect(viewReminders([reminder], NOW_MS)).toMatchObject([{ title }]);
  });

  test.each([
    ['2026-Q4', '2026 年第 4 季度'],
    ['soon', 'soon'],
  ])('calls quarter %s %s', (quarter, text) => {
    expect(quarterText(quarter)).toBe(text);
  });
});

describe('an application', () => {
  const application = {
    applicationId: 'p1',
    steps: [{ label: '直属上级', state: 'open' as const }],
    appliedAtMs: NOW_MS,
  };
  test.each([
    ['pending', ['提交申请', '直属上级', '开通账号'], true, false],
    ['approved', ['提交申请', '直属上级', '开通账号'], false, false],
    ['denied', ['提交申请', '直属上级'], false, true],
    ['expired', ['提交申请', '直属上级'], false, true],
    ['withdrawn', ['提交申请', '直属上级'], false, true],
    ['opened', ['提交申请', '直属上级'], false, true],
  ] as const)('that is %s', (state, names, canWithdraw, canApplyAgain) => {
    const view = viewApplication({ ...application, state }, NOW_MS);
    expect(view.stations.map(({ name }) => name)).toEqual(names);
    expect(view).toMatchObject({ canWithdraw, canApplyAgain });
  });
});

describe('forms say what is wrong before anything is sent', () => {
  const application = {
    name: '唐宁',
    department: '内容部',
    superiorId: 's',
    roleIds: ['content'],
    reason: '排期',
  };
  test.each([
    [application, {}],
    [{ ...application, name: ' ' }, { name: '请填写姓名' }],
    [{ ...application, department: '部'.repeat(31) }, { department: '部门不超过 30 字' }],
    [{ ...application, superiorId: '' }, { superiorId: '请查找并选择上级' }],
    [{ ...application, roleIds: [] }, { roleIds: '请至少选择一个角色' }],
    [{ ...application, roleIds: [...'abcdef'] }, { roleIds: '最多选择 5 个角色' }],
    [{ ...application, reason: '要' }, { reason: '请写明原因（至少 2 个字）' }],
  ])('%#', (form, problems) => {
    expect(applicationProblems(form)).toEqual(problems);
  });

  const member = { roleIds: [], untilDay: '', successorId: '', reason: '离岗' };
  test.each([
    ['disable', {}],
    ['grant', { roleIds: '请至少选择一个角色' }],
    ['leave', { untilDay: '请选择请假到哪一天' }],
    ['hand-over', { successorId: '请选择接手的同事' }],
  ] as const)('%s asks for what it needs', (action, problems) => {
    expect(memberProblems(action, member)).toEqual(problems);
  });

  test('of roles, temporary rights and the claim', () => {
    const role = { roleId: 'data-analyst', name: '数据分析', permissions: ['desk.use'], reason: '新岗位' };
    expect(roleProblems(role)).toEqual({});
    expect(Object.keys(roleProblems({ ...role, roleId: '数据', permissions: [] }))).toEqual([
      'roleId',
      'permissions',
    ]);
    expect(Object.keys(elevationProblems([], ''))).toEqual(['permissions', 'reason']);
    expect(claimProblems({ code: 'ABC', name: '林嘉' })).toEqual({ code: '请输入完整的认领码' });
    expect(reasonProblem('长'.repeat(201))).toBe('原因不超过 200 字');
  });

  test('choosing twice is choosing not', () => {
    expect(toggled(toggled(['a'], 'b'), 'a')).toEqual(['b']);
  });
});

describe('a failure', () => {
  const failure = (code: string, details: Record<string, unknown> = {}) => ({
    code,
    message: '不行',
    logId: 'log-123456',
    details,
  });
  test.each([
    ['ONE_TIME_CODE_WRONG', { triesLeft: 4, reason: '还可以试 4 次' }, '不行：还可以试 4 次'],
    ['ONE_TIME_CODE_LOCKED', { lockedUntilMs: NOW_MS }, '不行：今天 09:03 以后再试'],
    ['OPEN_ITEMS', { approvals: 2, reports: 1 }, '不行：还有 2 份审批、1 名下属没有交接'],
    ['OPEN_ITEMS', {}, '不行'],
    ['INTERNAL', {}, '不行'],
  ])('%s with %j says "%s"', (code, details, text) => {
    expect(viewStaffFailure(failure(code, details), NOW_MS)).toEqual({ text, code: `${code} · 123456` });
  });

  test('belongs to a field when the form has it', () => {
    const wrong = failure('INVALID_INPUT', { field: 'roleIds.0', reason: '没有角色 x' });
    expect(problemsOf(wrong, ['roleIds'])).toEqual({ roleIds: '没有角色 x' });
    expect(problemsOf(wrong, ['name'])).toBeNull();
    expect(problemsOf(failure('FORBIDDEN', { field: 'name', reason: 'x' }), ['name'])).toBeNull();
  });
});

test('a secret is a picture for cameras and groups of four for people', () => {
  const secret = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const view = viewSecretKey({ secret, picture: 'data:image/gif;base64,R0lGOD' });
  expect(view.picture).toBe('data:image/gif;base64,R0lGOD');
  expect(view.groups).toHaveLength(8);
  expect(view.groups.join('')).toBe(secret);
});
