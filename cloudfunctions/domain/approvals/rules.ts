import type { Permission } from '../../contract/permissions';
import type { Holders, Viewer } from './desk';
import type { Ending, Step } from './kind';
import type { Approval, StepRecord } from './store';

const DAY_MS = 86_400_000;
/** How long after a denial the requester may appeal. */
export const APPEAL_WITHIN_MS = 7 * DAY_MS;
const OVERRULE: Permission = 'approvals.overrule';

export type Action = 'approve' | 'deny' | 'comment' | 'withdraw' | 'escalate';

export const waitingStep = ({ label, permission, personId }: Step): StepRecord => ({
  label,
  permission,
  personId,
  orElse: null,
  state: 'waiting',
  deciderId: null,
  decidedAtMs: null,
  comment: null,
  outsidePermission: false,
});

const nothingOpen = { openFor: null, openedAtMs: null, dueAtMs: null, remindAtMs: null };

const openForOf = ({ personId, permission }: Step): string =>
  personId === null ? `permission:${permission}` : `person:${personId}`;

const withStep = (approval: Approval, at: number, step: StepRecord): StepRecord[] =>
  approval.steps.map((old, index) => (index === at ? step : old));

/** With the next waiting step open; `approved`, its effect due, when none is left. */
export function opened(approval: Approval, atMs: number): Approval {
  const at = approval.steps.findIndex(step => step.state === 'waiting');
  const step = approval.steps[at];
  if (!step) return { ...approval, ...nothingOpen, state: 'approved', effectDueAtMs: atMs };
  return {
    ...approval,
    state: 'pending',
    steps: withStep(approval, at, { ...step, state: 'open' }),
    openFor: openForOf(step),
    openedAtMs: atMs,
    dueAtMs: atMs + approval.decideWithinMs,
    remindAtMs: atMs + Math.floor(approval.decideWithinMs / 2),
  };
}

export const ended = (approval: Approval, state: Ending | 'done', atMs: number): Approval => ({
  ...approval,
  ...nothingOpen,
  state,
  effectDueAtMs: null,
  endedAtMs: atMs,
});

const openAt = (approval: Approval): number =>
  approval.state === 'pending' ? approval.steps.findIndex(step => step.state === 'open') : -1;

/** The step that can be decided; undefined when the approval is not pending. */
export const openStepOf = (approval: Approval): StepRecord | undefined => approval.steps[openAt(approval)];

/** Goes one level up, once: the open step is decided there instead; after a denial a further step asks again. */
export function escalatedAt(approval: Approval, atMs: number): Approval {
  const open = openAt(approval);
  const at = open >= 0 ? open : approval.steps.findIndex(step => step.state === 'denied');
  const label = `升级裁决（${approval.steps[at]!.label}）`;
  const orElse = approval.steps[at]!.permission;
  const instead = { ...waitingStep({ label, permission: OVERRULE, personId: null }), orElse };
  const kept = open >= 0 ? at : at + 1;
  const steps = [...approval.steps.slice(0, kept), instead, ...approval.steps.slice(at + 1)];
  return opened({ ...approval, steps, escalated: true, endedAtMs: null }, atMs);
}

/**
 * The approval as time has left it, whether or not a job has run: one whose time is over goes one level up by itself,
 * and when it has been there, it has expired.
 */
export function asOf(approval: Approval, nowMs: number): Approval {
  const { state, dueAtMs, escalated } = approval;
  if (state !== 'pending' || dueAtMs === null || nowMs < dueAtMs) return approval;
  return escalated ? ended(approval, 'expired', dueAtMs) : asOf(escalatedAt(approval, dueAtMs), nowMs);
}

export interface Decision {
  verdict: 'approve' | 'deny';
  deciderId: string;
  comment: string;
  outsidePermission: boolean;
  nowMs: number;
}

/** After a decision on the open step: the next one opens, or all is approved; one denial ends it. */
export function decided(approval: Approval, decision: Decision): Approval {
  const { verdict, deciderId, outsidePermission, nowMs } = decision;
  const at = openAt(approval);
  const step: StepRecord = {
    ...approval.steps[at]!,
    state: verdict === 'approve' ? 'approved' : 'denied',
    deciderId,
    decidedAtMs: nowMs,
    comment: decision.comment === '' ? null : decision.comment,
    outsidePermission,
  };
  const after = { ...approval, steps: withStep(approval, at, step) };
  return verdict === 'approve' ? opened(after, nowMs) : ended(after, 'denied', nowMs);
}

/** Who may not decide (any more): who asked, whom it is about, and who has decided already. */
export const involvedIn = ({ requesterId, concerns, steps }: Approval): string[] => [
  ...new Set([requesterId, ...concerns, ...steps.flatMap(({ deciderId }) => deciderId ?? [])]),
];

/**
 * Who may decide the open step. When nobody is left who holds its permission: of an escalated step, who holds what it
 * asked for before; else any other member.
 */
export function decidersOf(approval: Approval, holders: Holders): string[] {
  const step = openStepOf(approval);
  if (!step) return [];
  const involved = new Set(involvedIn(approval));
  const free = (ids: readonly string[] = []) => ids.filter(id => !involved.has(id));
  if (step.personId !== null) return free([step.personId]);
  const holding = free(holders[step.permission]);
  if (holding.length > 0) return holding;
  const instead = step.orElse === null ? [] : free(holders[step.orElse]);
  return instead.length > 0 ? instead : free(holders['desk.use']);
}

/** Whether anybody is one level up who has nothing to do with it. */
const hasLevelUp = (approval: Approval, holders: Holders): boolean => {
  const involved = involvedIn(approval);
  return (holders[OVERRULE] ?? []).some(id => !involved.includes(id));
};

export const mayDecide = (approval: Approval, { personId, holders }: Viewer): boolean =>
  decidersOf(approval, holders).includes(personId);

/** Who asked, has decided, holds what a step asks for, may decide, or may read all. */
export function maySee(approval: Approval, viewer: Viewer): boolean {
  const { personId, holders, readsAll } = viewer;
  if (readsAll || approval.requesterId === personId) return true;
  const isHis = (step: StepRecord) =>
    step.deciderId === personId ||
    (step.personId === null ? holders[step.permission]?.includes(personId) : step.personId === personId);
  return approval.steps.some(isHis) || mayDecide(approval, viewer);
}

/**
 * Why the requester may not have it decided one level up, in words; null when he may. A denial stands where nobody is
 * above: else whoever is at the top could have it undone by anybody at all.
 */
export function escalationProblem(approval: Approval, holders: Holders, nowMs: number): string | null {
  if (approval.escalated) return '已经升级过一次';
  if (approval.state === 'denied') {
    if (!hasLevelUp(approval, holders)) return '没有更高一级的审批人';
    return nowMs < approval.endedAtMs! + APPEAL_WITHIN_MS ? null : '申诉期已过';
  }
  if (approval.state !== 'pending') return '这份申请已经有结果了';
  return nowMs >= approval.openedAtMs! + approval.decideWithinMs / 2 ? null : '审批时间过半后才能升级';
}

export function actionsOf(approval: Approval, viewer: Viewer, nowMs: number): Action[] {
  const isRequester = approval.requesterId === viewer.personId;
  const isPending = approval.state === 'pending';
  const actions: [Action, boolean][] = [
    ['approve', mayDecide(approval, viewer)],
    ['deny', mayDecide(approval, viewer)],
    ['comment', isPending],
    ['withdraw', isRequester && isPending],
    ['escalate', isRequester && escalationProblem(approval, viewer.holders, nowMs) === null],
  ];
  return actions.filter(([, allowed]) => allowed).map(([action]) => action);
}
