import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import type { Acting, ApprovalDesk } from './desk';
import { thawPayload } from './frozen-payload';
import { openOwnApproval } from './open-approval';
import { recordDeed } from './record-deed';
import { decidersOf, escalatedAt, escalationProblem } from './rules';
import { kindOf, saveApproval } from './save-approval';
import type { Approval } from './store';
import { takeTarget } from './targets';

/**
 * Has an approval decided one level up, once, by its requester: a denied one within seven days, which opens it again,
 * or one that is past half of its time. Errors: `NOT_FOUND`, `FORBIDDEN` with a reason, `PENDING_ALREADY` when another
 * one was asked for after the denial. Five database calls, two more after a denial, and those of the kind and of `tell`.
 */
export async function escalateApproval(
  transaction: Transaction,
  platform: Platform,
  desk: ApprovalDesk,
  { approvalId, reason, by }: { approvalId: string; reason: string; by: Acting },
): Promise<void> {
  const nowMs = platform.nowMs();
  const before = await openOwnApproval(transaction, approvalId, by, nowMs);
  const problem = escalationProblem(before, by.holders, nowMs);
  if (problem !== null) throw new Refusal('FORBIDDEN', { reason: problem });
  if (before.state === 'denied') await reopen(transaction, platform, desk, before);
  const comments = [...before.comments, { personId: by.personId, atMs: nowMs, text: reason }];
  const after = { ...escalatedAt(before, nowMs), comments };
  await saveApproval(transaction, platform, desk, after);
  await recordDeed(transaction, platform, by, {
    action: 'approvals.escalate',
    before,
    after,
    reason,
  });
  await tellDeciders(transaction, platform, desk, after, by);
}

async function reopen(
  transaction: Transaction,
  platform: Platform,
  desk: ApprovalDesk,
  approval: Approval,
): Promise<void> {
  await takeTarget(transaction, approval.target, approval._id);
  const kind = kindOf(desk, approval);
  if (kind.reopened) await kind.reopened(transaction, platform, thawPayload(kind, approval));
}

async function tellDeciders(
  transaction: Transaction,
  platform: Platform,
  desk: ApprovalDesk,
  approval: Approval,
  { holders }: Acting,
): Promise<void> {
  const reminder = { kind: 'escalated', title: approval.title, approvalId: approval._id } as const;
  for (const personId of decidersOf(approval, holders))
    await desk.tell(transaction, platform, personId, reminder);
}
