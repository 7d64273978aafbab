/**
 * Approvals: what one person asks for happens only when others agree.
 *
 * 1. The requester, whom it is about, and who has decided already never decide: not by another role, not by an elevation.
 * 2. Each step is decided once, by somebody who may at that moment; that and the decision are one transaction.
 * 3. One denial ends it; the requester may have it decided one level up, once.
 * 4. The payload is frozen as a text with its hash: what runs is what was read, or nothing.
 * 5. The effect happens at most once, after the last step, in one transaction with the state `done` and the audit entry;
 *    a crash between approval and effect is made good by a job.
 * 6. It happens only to the state that the differences were shown against.
 * 7. One approval is open at a time for one target.
 * 8. Time counts by rule, whether or not a job has run: half of it gone, those who may decide are reminded; all of it
 *    gone, it goes one level up by itself, and after that it expires.
 * 9. Every deed leaves its audit entry in its own transaction. Asking is the procedure's, which writes its own.
 */
export { type ApprovalDetails, type ApprovalSummary, failureText, type StepView } from './approval-view';
export { commentOnApproval } from './comment-on-approval';
export { type DecisionRequest, decideApproval } from './decide-approval';
export {
  type Acting,
  type ApprovalDesk,
  type ClaimRequest,
  type Deciders,
  type Holders,
  type Reminder,
  registryOf,
  type Viewer,
} from './desk';
export { escalateApproval } from './escalate-approval';
export { getApproval } from './get-approval';
export { handOverApproval, openApprovalsOf } from './hand-over';
export { expireApprovals, remindDeciders, runDueEffects } from './jobs';
export type { ApprovalKind, EffectContext, Ending, Step } from './kind';
export { countApprovals, listApprovals } from './list-approvals';
export { requestApproval } from './request-approval';
export { runEffect } from './run-effect';
export type { Approval, ApprovalState, StepRecord } from './store';
export { pendingApproval } from './targets';
export { withdrawApproval } from './withdraw-approval';
