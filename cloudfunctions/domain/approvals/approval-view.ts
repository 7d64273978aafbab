import { errorTexts } from '../../contract/errors';
import type { Difference } from '../../contract/staff/shapes';
import type { Viewer } from './desk';
import { type Action, actionsOf, mayDecide } from './rules';
import type { Approval, ApprovalState, Comment, StepRecord } from './store';

/** A line of a list; people are ids, whoever shows them adds the names. */
export interface ApprovalSummary {
  approvalId: string;
  kind: string;
  title: string;
  state: ApprovalState;
  requesterId: string;
  requestedAtMs: number;
  dueAtMs: number | null;
  escalated: boolean;
  mine: boolean;
}

export interface StepView {
  label: string;
  state: StepRecord['state'];
  /** Who decided, or who alone may decide. */
  personId: string | null;
  decidedAtMs: number | null;
  comment: string | null;
  outsidePermission: boolean;
}

export interface ApprovalDetails {
  approval: ApprovalSummary;
  reason: string;
  payloadHash: string;
  differences: readonly Difference[];
  steps: StepView[];
  comments: Comment[];
  /** In words. */
  failure: string | null;
  actions: Action[];
}

export const summaryOf = (approval: Approval, viewer: Viewer): ApprovalSummary => ({
  approvalId: approval._id,
  kind: approval.kind,
  title: approval.title,
  state: approval.state,
  requesterId: approval.requesterId,
  requestedAtMs: approval.requestedAtMs,
  dueAtMs: approval.dueAtMs,
  escalated: approval.escalated,
  mine: mayDecide(approval, viewer),
});

const stepView = ({
  deciderId,
  personId,
  permission: _,
  orElse: _orElse,
  ...step
}: StepRecord): StepView => ({
  ...step,
  personId: deciderId ?? personId,
});

/** Why the effect could not happen, in words; null when nothing failed. */
export const failureText = ({ failure }: Approval): string | null =>
  failure && [errorTexts[failure.code], failure.reason].filter(text => text !== null).join('：');

export const detailsOf = (approval: Approval, viewer: Viewer, nowMs: number): ApprovalDetails => ({
  approval: summaryOf(approval, viewer),
  reason: approval.reason,
  payloadHash: approval.payloadHash,
  differences: approval.differences,
  steps: approval.steps.map(stepView),
  comments: approval.comments,
  failure: failureText(approval),
  actions: actionsOf(approval, viewer, nowMs),
});
