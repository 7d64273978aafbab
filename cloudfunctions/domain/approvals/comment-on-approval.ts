import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import type { Acting } from './desk';
import { openApproval, requirePending } from './open-approval';
import { recordDeed } from './record-deed';
import { approvals } from './store';

const MOST_COMMENTS = 100;

/**
 * Says something about an open approval, by anybody who may see it. Errors: `NOT_FOUND`, `ALREADY_DECIDED`,
 * `INVALID_INPUT` when there are a hundred already. Five database calls.
 */
export async function commentOnApproval(
  transaction: Transaction,
  platform: Platform,
  { approvalId, text, by }: { approvalId: string; text: string; by: Acting },
): Promise<void> {
  const nowMs = platform.nowMs();
  const approval = await openApproval(transaction, approvalId, by, nowMs);
  requirePending(approval);
  if (approval.comments.length >= MOST_COMMENTS)
    throw new Refusal('INVALID_INPUT', { field: 'text', reason: `意见不超过 ${MOST_COMMENTS} 条` });
  const comments = [...approval.comments, { personId: by.personId, atMs: nowMs, text }];
  await transaction.update(approvals, approvalId, { comments });
  await recordDeed(transaction, platform, by, {
    action: 'approvals.comment',
    before: approval,
    after: approval,
    reason: text,
  });
}
