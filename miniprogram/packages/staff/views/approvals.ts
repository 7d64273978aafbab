import { momentText } from '../../../views/beijing-time';
import type { Approval, ApprovalAction, ApprovalSummary } from '../services/approvals';
import { approvalStations, type Station } from './stations';
import { timeLeft } from './time-left';

type State = ApprovalSummary['state'];

const stateWords: Readonly<Record<State, string>> = {
  pending: '审批中',
  approved: '已同意，正在执行',
  done: '已执行',
  failed: '未能执行',
  denied: '不同意',
  withdrawn: '已撤回',
  expired: '已过期',
};

/** Colour has a meaning: green went through, red is an error, everything else is plain. */
const stateTones: Readonly<Record<State, 'good' | 'bad' | 'plain'>> = {
  pending: 'plain',
  approved: 'good',
  done: 'good',
  failed: 'bad',
  denied: 'plain',
  withdrawn: 'plain',
  expired: 'plain',
};

export interface ApprovalRow {
  approvalId: string;
  title: string;
  note: string;
  state: string;
  tone: 'good' | 'bad' | 'plain';
  label: string;
}

/** An application that was agreed to is not carried out before somebody opens the account. */
const stateText = ({ kind, state }: ApprovalSummary): string =>
  kind === 'staff.application' && state === 'done' ? '已全部同意' : stateWords[state];

const requesterName = ({ requester }: ApprovalSummary): string => requester.name || '申请人';

/** What is due first comes first; what has no end comes last. */
export const byUrgency = (approvals: readonly ApprovalSummary[]): ApprovalSummary[] =>
  [...approvals].sort((one, other) => (one.dueAtMs ?? Infinity) - (other.dueAtMs ?? Infinity));

/** A row of what waits for its reader says how long; any other says what came of it. */
export function viewApprovalRow(summary: ApprovalSummary, nowMs: number): ApprovalRow {
  const { approvalId, title, requestedAtMs, dueAtMs, escalated, mine } = summary;
  const left = summary.state === 'pending' ? timeLeft(dueAtMs, nowMs) : '';
  const note = [
    requesterName(summary),
    momentText(requestedAtMs, nowMs),
    mine ? '' : left,
    escalated ? '已升级' : '',
  ]
    .filter(part => part !== '')
    .join(' · ');
  const state = mine && left !== '' ? left : stateText(summary);
  const tone = stateTones[summary.state];
  return { approvalId, title, note, state, tone, label: `${title}，${state}，${note}` };
}

export interface ApprovalView {
  title: string;
  state: string;
  tone: 'good' | 'bad' | 'plain';
  /** Who asked and when. */
  requested: string;
  due: string;
  reason: string;
  failure: string;
  differences: Approval['differences'];
  /** How many of them are changes. */
  changeCount: number;
  stations: Station[];
  comments: { key: string; head: string; text: string }[];
  actions: ApprovalAction[];
}

export function viewApproval(details: Approval, nowMs: number): ApprovalView {
  const { approval, reason, differences, steps, comments, failure, actions } = details;
  const row = viewApprovalRow(approval, nowMs);
  return {
    title: approval.title,
    state: approval.mine ? '等我审批' : stateText(approval),
    tone: approval.mine ? 'good' : row.tone,
    requested: `${requesterName(approval)} · ${momentText(approval.requestedAtMs, nowMs)} 提出`,
    due: approval.state === 'pending' ? timeLeft(approval.dueAtMs, nowMs) : '',
    reason,
    failure: failure ?? '',
    differences,
    changeCount: differences.filter(({ before, after }) => before !== after).length,
    stations: approvalStations(steps, nowMs),
    comments: comments.map(({ by, atMs, text }, index) => ({
      key: `${atMs}-${index}`,
      head: `${by.name || '已离开的员工'} · ${momentText(atMs, nowMs)}`,
      text,
    })),
    actions,
  };
}

export interface ActionWords {
  heading: string;
  note: string;
  label: string;
  optional: boolean;
  confirm: string;
  /** Of the button that confirms: `loss` for what ends a request. */
  kind: 'primary' | 'loss';
  /** Said when it is done. */
  done: string;
}

/** What each action asks for before it happens. */
export const actionWords: Readonly<Record<ApprovalAction, ActionWords>> = {
  approve: {
    heading: '同意这份申请',
    note: '你同意的就是上面列出的变化，一处不多。',
    label: '意见',
    optional: true,
    confirm: '同意',
    kind: 'primary',
    done: '已同意',
  },
  deny: {
    heading: '不同意这份申请',
    note: '一人不同意就结束，申请人会看到原因。',
    label: '原因',
    optional: false,
    confirm: '不同意',
    kind: 'loss',
    done: '已退回',
  },
  comment: {
    heading: '写一条意见',
    note: '看得到这份申请的人都能看到。',
    label: '意见',
    optional: false,
    confirm: '发表',
    kind: 'primary',
    done: '已发表',
  },
  withdraw: {
    heading: '撤回申请',
    note: '撤回后可以改好再提出，审批从头开始。',
    label: '原因',
    optional: false,
    confirm: '撤回',
    kind: 'primary',
    done: '已撤回',
  },
  escalate: {
    heading: '请上一级裁决',
    note: '只能请一次，由有裁决权限的同事决定。',
    label: '理由',
    optional: false,
    confirm: '提交',
    kind: 'primary',
    done: '已提交上一级',
  },
};

/** What an empty list says, and what to do next; `action` is empty where there is nothing. */
export const emptyWords = {
  decide: {
    title: '没有等你审批的',
    text: '有新的申请时，员工台首页会排在最前面。',
    action: '看我提出的',
  },
  mine: {
    title: '你还没有提出过申请',
    text: '改参数、换角色、要临时权限时，申请会出现在这里。',
    action: '申请临时权限',
  },
  all: { title: '还没有任何审批', text: '第一份申请提出后，会出现在这里。', action: '' },
} as const;

/** The words of any of the lists. */
export interface EmptyWords {
  title: string;
  text: string;
  action: string;
}
