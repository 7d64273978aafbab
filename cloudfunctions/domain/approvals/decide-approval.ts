import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import type { Acting, ApprovalDesk } from './desk';
import { thawPayload } from './frozen-payload';
import { openApproval } from './open-approval';
import { recordDeed } from './record-deed';
import { decided, involvedIn, openStepOf } from './rules';
import { saveApproval } from './save-approval';
import type { Approval, ApprovalState, StepRecord } from './store';

export interface DecisionRequest {
  approvalId: string;
  /** Of what was read. */
  payloadHash: string;
  verdict: 'approve' | 'deny';
  comment: string;
  by: Acting;
  /** Who decides, as a rider; null when he is none. */
  riderUid: string | null;
}

/**
 * Decides the open step, in the procedure's transaction, with its audit entry. When the answer is `approved`, the effect
 * is due: call `runEffect` once the transaction is committed; should that not happen, a job does.
 *
 * Errors: `NOT_FOUND`, `ALREADY_DECIDED`, `CHANGED_SINCE_READ`, `OWN_REQUEST`, `FORBIDDEN` and what `Deciders.claim`
 * throws. Five database calls and those of the claim; a denial, two more and those of the kind and of `tell`.
 */
export async function decideApproval(
  transaction: Transaction,
  platform: Platform,
  desk: ApprovalDesk,
  { approvalId, payloadHash, verdict, comment, by, riderUid }: DecisionRequest,
): Promise<{ state: ApprovalState }> {
  const nowMs = platform.nowMs();
  const before = await openApproval(transaction, approvalId, by, nowMs);
  const step = decidableStep(before, payloadHash, by.personId);
  if (riderUid !== null && riderOf(desk, before) === riderUid) throw new Refusal('OWN_REQUEST');
  const { outsidePermission, elevated } = await desk.deciders.claim(transaction, {
    personId: by.personId,
    permission: step.permission,
    orElse: step.orElse,
    alreadyInvolved: involvedIn(before),
    nowMs,
  });
  const after = decided(before, { verdict, deciderId: by.personId, comment, outsidePermission, nowMs });
  await saveApproval(transaction, platform, desk, after);
  await recordDeed(transaction, platform, by, {
    action: `approvals.${verdict}`,
    permission: step.permission,
    before,
    after,
    reason: comment === '' ? null : comment,
    flags: [
      ...(outsidePermission ? ['outside-permission'] : []),
      ...(elevated ? ['elevated'] : []),
      ...(before.escalated ? ['escalated'] : []),
    ],
  });
  return { state: after.state };
}

function riderOf({ kinds }: ApprovalDesk, approval: Approval): string | null {
  const kind = kinds.get(approval.kind);
  return kind?.rider?.(thawPayload(kind, approval)) ?? null;
}

function decidableStep(approval: Approval, payloadHash: string, personId: string): StepRecord {
  const step = openStepOf(approval);
  if (!step) throw new Refusal('ALREADY_DECIDED', { state: approval.state });
  if (payloadHash !== approval.payloadHash) throw new Refusal('CHANGED_SINCE_READ');
  if (involvedIn(approval).includes(personId)) throw new Refusal('OWN_REQUEST');
  if (step.personId !== null && step.personId !== personId) throw new Refusal('FORBIDDEN');
  return step;
}
