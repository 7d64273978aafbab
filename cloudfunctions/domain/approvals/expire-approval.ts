import type { Platform } from '../../platform';
import { recordAudit, SYSTEM } from '../audit';
import type { ApprovalDesk } from './desk';
import { asOf, decidersOf } from './rules';
import { saveApproval } from './save-approval';
import { approvals } from './store';

/**
 * Writes an approval down as time has left it: one level up, or expired; nothing when its time is not over. Eight or ten
 * database calls, and those of the kind and of `tell`.
 */
export async function expireApproval(
  platform: Platform,
  desk: ApprovalDesk,
  approvalId: string,
): Promise<void> {
  const holders = await desk.holders(platform);
  await platform.database.transact(async transaction => {
    const nowMs = platform.nowMs();
    const before = await transaction.get(approvals, approvalId);
    const after = before && asOf(before, nowMs);
    if (after === before || !before || !after) return;
    await saveApproval(transaction, platform, desk, after);
    const action = after.state === 'expired' ? 'approvals.expire' : 'approvals.escalate';
    await recordAudit(transaction, platform, {
      key: `${action}:${approvalId}`,
      actorId: SYSTEM,
      roles: [],
      action,
      permission: null,
      target: `approval:${approvalId}`,
      before: { state: before.state, dueAtMs: before.dueAtMs },
      after: { state: after.state, dueAtMs: after.dueAtMs },
      result: 'done',
    });
    for (const personId of decidersOf(after, holders))
      await desk.tell(transaction, platform, personId, { kind: 'escalated', title: after.title, approvalId });
  });
}
