import type { Difference } from '../../contract/staff/shapes';
import type { Platform, Transaction } from '../../platform';
import { type ApprovalKind, requestApproval } from '../approvals';
import type { Actor } from './actor';
import { recordDeed } from './record-deed';

interface RequestedDeed<Payload> {
  /** The procedure that asks. */
  action: string;
  target: string;
  payload: Payload;
  differences: readonly Difference[];
  reason: string;
  actor: Actor;
}

/** Asks for an approval and writes the audit entry of asking. Six calls and those of the kind's base. */
export async function requestWithDeed<Payload>(
  transaction: Transaction,
  platform: Platform,
  kind: ApprovalKind<Payload>,
  { action, target, payload, differences, reason, actor }: RequestedDeed<Payload>,
): Promise<{ approvalId: string }> {
  const request = { payload, requesterId: actor.staffId, reason, differences };
  const { approvalId } = await requestApproval(transaction, platform, kind, request);
  const after = { approvalId, payload };
  await recordDeed(transaction, platform, actor, { action, target, after, reason });
  return { approvalId };
}
