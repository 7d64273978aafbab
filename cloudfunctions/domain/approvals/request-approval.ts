import { sha256Hex } from '../../../miniprogram/proof';
import type { Difference } from '../../contract/staff/shapes';
import { type Platform, positionAt, type Transaction } from '../../platform';
import { payloadText } from './frozen-payload';
import type { ApprovalKind } from './kind';
import { opened, waitingStep } from './rules';
import { type Approval, approvals } from './store';
import { takeTarget } from './targets';

/**
 * Asks for an approval, in the transaction of the procedure that asks, which writes its own audit entry. Payload and
 * base are frozen here. `PENDING_ALREADY` while another one is open for the same target. Three database calls and
 * those of `kind.base`.
 */
export async function requestApproval<Payload>(
  transaction: Transaction,
  platform: Platform,
  kind: ApprovalKind<Payload>,
  request: { payload: Payload; requesterId: string; reason: string; differences: readonly Difference[] },
): Promise<{ approvalId: string }> {
  const payload = kind.shape.parse(request.payload);
  const approvalId = platform.randomId();
  await takeTarget(transaction, kind.target(payload), approvalId);
  const base = await kind.base(transaction, payload);
  const approval = newApproval(kind, payload, { ...request, approvalId, base, nowMs: platform.nowMs() });
  await transaction.add(approvals, approval);
  return { approvalId };
}

function newApproval<Payload>(
  kind: ApprovalKind<Payload>,
  payload: Payload,
  request: {
    approvalId: string;
    base: string;
    nowMs: number;
    requesterId: string;
    reason: string;
    differences: readonly Difference[];
  },
): Approval {
  const text = payloadText(payload);
  const steps = kind.steps(payload).map(waitingStep);
  if (steps.length === 0) throw new RangeError(`${kind.kind} has nobody to decide`);
  const { approvalId: _id, base, nowMs, requesterId, reason, differences } = request;
  const unopened: Approval = {
    _id,
    kind: kind.kind,
    title: kind.title(payload),
    target: kind.target(payload),
    payload: text,
    payloadHash: sha256Hex(text),
    base,
    differences,
    reason,
    requesterId,
    concerns: [...kind.concerns(payload)],
    state: 'pending',
    steps,
    openFor: null,
    requestedAtMs: nowMs,
    openedAtMs: null,
    dueAtMs: null,
    remindAtMs: null,
    decideWithinMs: kind.decideWithinMs,
    escalated: false,
    comments: [],
    failure: null,
    effectDueAtMs: null,
    endedAtMs: null,
    timeline: positionAt(nowMs, _id),
  };
  return opened(unopened, nowMs);
}
