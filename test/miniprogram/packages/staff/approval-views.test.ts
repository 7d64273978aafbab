import type { Approval, ApprovalSummary } from '../../../../miniprogram/packages/staff/services/approvals';
import {
  actionWords,
  emptyWords,
  viewApproval,
  viewApprovalRow,
} from '../../../../miniprogram/packages/staff/views/approvals';
import { applicationStations, approvalStations } from '../../../../miniprogram/packages/staff/views/stations';
import { timeLeft } from '../../../../miniprogram/packages/staff/views/time-left';

const NOW_MS = Date.parse('2026-11-20T09:03:00+08:00');
const HOUR_MS = 3_600_000;

const summary: ApprovalSummary = {
  approvalId: 'a1',
  kind: 'staff.grant',
  title: '变更 何静 的角色',
  state: 'pending',
  requester: { staffId: 's1', name: '林嘉' },
  requestedAtMs: NOW_MS - HOUR_MS,
  dueAtMs: NOW_MS + 3 * HOUR_MS,
  escalated: false,
  mine: false,
};

const step: Approval['steps'][number] = {
  label: '办公室',
  state: 'waiting',
  person: null,
  decidedAtMs: null,
  comment: null,
  outsidePermission: false,
};

test.each([
  [null, ''],
  [-1, '已到期'],
  [0, '已到期'],
  [30_000, '还剩 1 分钟'],
  [59 * 60_000, '还剩 59 分钟'],
  [HOUR_MS, '还剩 1 小时'],
  [47 * HOUR_MS, '还剩 47 小时'],
  [49 * HOUR_MS, '还剩 2 天'],
])('with %j ms to go it says "%s"', (leftMs, text) => {
  expect(timeLeft(leftMs === null ? null : NOW_MS + leftMs, NOW_MS)).toBe(text);
});

describe('a row of approvals', () => {
  test.each([
    [{}, '审批中', '林嘉 · 今天 08:03 · 还剩 3 小时'],
    [{ mine: true }, '还剩 3 小时', '林嘉 · 今天 08:03'],
    [{ escalated: true, state: 'done' as const }, '已执行', '林嘉 · 今天 08:03 · 已升级'],
    [{ requester: { staffId: 'applicant:1', name: '' } }, '审批中', '申请人 · 今天 08:03 · 还剩 3 小时'],
  ])('that is %j', (change, state, note) => {
    expect(viewApprovalRow({ ...summary, ...change }, NOW_MS)).toMatchObject({ state, note });
  });

  test.each([
    ['done', 'good'],
    ['failed', 'bad'],
    ['denied', 'plain'],
  ] as const)('in state %s is %s: only what could not happen is red', (state, tone) => {
    expect(viewApprovalRow({ ...summary, state }, NOW_MS).tone).toBe(tone);
  });
});

describe('the stations of an approval', () => {
  test.each([
    [{}, '还没轮到'],
    [{ state: 'open' as const }, '等待审批'],
    [{ state: 'open' as const, person: { staffId: 's2', name: '周敏' } }, '等待 周敏 审批'],
    [
      { state: 'approved' as const, person: { staffId: 's2', name: '周敏' }, decidedAtMs: NOW_MS },
      '周敏 · 已同意 · 今天 09:03',
    ],
    [
      { state: 'denied' as const, person: { staffId: 's2', name: '' }, decidedAtMs: NOW_MS },
      '已离开的员工 · 不同意 · 今天 09:03',
    ],
    [
      {
        state: 'approved' as const,
        person: { staffId: 's2', name: '周敏' },
        decidedAtMs: NOW_MS,
        outsidePermission: true,
      },
      '周敏 · 已同意 · 今天 09:03 · 代为审批（无他人持有该权限）',
    ],
  ])('%j', (change, note) => {
    expect(approvalStations([{ ...step, ...change }], NOW_MS)).toMatchObject([{ name: '办公室', note }]);
  });

  test('tell an applicant the stage and no name', () => {
    expect(
      applicationStations([
        { label: '直属上级', state: 'approved' },
        { label: '办公室', state: 'open' },
      ]),
    ).toMatchObject([
      { note: '已同意', state: 'passed' },
      { note: '等待审批', state: 'open' },
    ]);
  });
});

test('a detail says what it waits for, who said what, and why it could not happen', () => {
  const comment = { by: { staffId: 's3', name: '' }, atMs: NOW_MS, text: '请补充' };
  const details: Approval = {
    approval: { ...summary, mine: true },
    reason: '调岗',
    payloadHash: 'f'.repeat(64),
    differences: [{ label: '角色', before: '客服', after: '审计' }],
    steps: [step],
    comments: [comment],
    failure: '情况已变化',
    actions: ['approve', 'deny'],
  };
  expect(viewApproval(details, NOW_MS)).toMatchObject({
    state: '等我审批',
    due: '还剩 3 小时',
    failure: '情况已变化',
    comments: [{ head: '已离开的员工 · 今天 09:03', text: '请补充' }],
    actions: ['approve', 'deny'],
  });
  const done = viewApproval({ ...details, approval: { ...summary, state: 'done' }, failure: null }, NOW_MS);
  expect(done).toMatchObject({ state: '已执行', due: '', failure: '' });
});

test('every action and every empty list has words of its own; only an agreement needs no reason', () => {
  expect(new Set(Object.values(actionWords).map(({ done }) => done)).size).toBe(5);
  expect(Object.entries(actionWords).filter(([, { optional }]) => optional)).toMatchObject([['approve', {}]]);
  expect(new Set(Object.values(emptyWords).map(({ title }) => title)).size).toBe(3);
});
