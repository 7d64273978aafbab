import type { ErrorCode } from '../../contract/errors';
import type { Permission } from '../../contract/permissions';
import type { approvalStates } from '../../contract/staff/approvals';
import type { Difference } from '../../contract/staff/shapes';
import { collectionOf } from '../../platform';
import type { Step } from './kind';

export type ApprovalState = (typeof approvalStates)[number];

export interface StepRecord extends Step {
  /** What the step asked for before it went one level up; null for one that did not. */
  orElse: Permission | null;
  state: 'waiting' | 'open' | 'approved' | 'denied';
  deciderId: string | null;
  decidedAtMs: number | null;
  comment: string | null;
  outsidePermission: boolean;
}

export interface Comment {
  personId: string;
  atMs: number;
  text: string;
}

export interface Approval {
  _id: string;
  kind: string;
  title: string;
  target: string;
  /** Canonical JSON: as a text it is the same, to the letter, when it runs. */
  payload: string;
  /** SHA-256 of that text. */
  payloadHash: string;
  /** What the differences were shown against. */
  base: string;
  differences: readonly Difference[];
  reason: string;
  requesterId: string;
  /** Further people who may not decide. */
  concerns: string[];
  state: ApprovalState;
  steps: StepRecord[];
  /** `person:<id>` or `permission:<name>` of the open step, null without one: what the list of to-dos looks for. */
  openFor: string | null;
  requestedAtMs: number;
  /** When the open step was opened, and when its time is over. */
  openedAtMs: number | null;
  dueAtMs: number | null;
  /** When those who may decide are reminded; null when they have been, or there is nothing to decide. */
  remindAtMs: number | null;
  decideWithinMs: number;
  /** Goes one level up once, by the requester or by itself. */
  escalated: boolean;
  comments: Comment[];
  /** Why the effect could not happen. */
  failure: { code: ErrorCode; reason: string | null } | null;
  /** Until the effect has happened: since when it is due. */
  effectDueAtMs: number | null;
  endedAtMs: number | null;
  /** `<requestedAtMs, 15 digits>-<_id>`: the order of lists. */
  timeline: string;
}

/** Serialises the approvals of one target. */
export interface ApprovalTarget {
  _id: string;
  approvalId: string | null;
}

export const approvals = collectionOf<Approval>('approvals');
export const approvalTargets = collectionOf<ApprovalTarget>('approval_targets');
