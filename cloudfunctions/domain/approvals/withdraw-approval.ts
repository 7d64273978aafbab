import type { Platform, Transaction } from '../../platform';
import type { Acting, ApprovalDesk } from './desk';
import { openOwnApproval, requirePending } from './open-approval';
import { recordDeed } from './record-deed';
import { ended } from './rules';
import { saveApproval } from './save-approval';

/**
 * Takes a request back, by its requester, while it is open. Errors: `NOT_FOUND`, `FORBIDDEN` for others who see it,
 * `ALREADY_DECIDED`. Seven database calls and those of the kind.
 */
export async function withdrawApproval(
  transaction: Transaction,
  platform: Platform,
  desk: ApprovalDesk,
  { approvalId, reason, by }: { approvalId: string; reason: string; by: Acting },
): Promise<void> {
  const nowMs = platform.nowMs();
  const before = await openOwnApproval(transaction, approvalId, by, nowMs);
  requirePending(before);
  const after = ended(before, 'withdrawn', nowMs);
  await saveApproval(transaction, platform, desk, after);
  await recordDeed(transaction, platform, by, {
    action: 'approvals.withdraw',
    before,
    after,
    reason,
  });
}
