import type { Platform } from '../../platform';
import type { ApprovalDesk } from './desk';
import { asOf, decidersOf } from './rules';
import { approvals } from './store';

/** Reminds those who may decide an approval now, if its reminder is due. Four database calls, and those of `holders` and `tell`. */
export async function remindOf(platform: Platform, desk: ApprovalDesk, approvalId: string): Promise<void> {
  const holders = await desk.holders(platform);
  await platform.database.transact(async transaction => {
    const nowMs = platform.nowMs();
    const stored = await transaction.get(approvals, approvalId);
    if (!stored || stored.remindAtMs === null || stored.remindAtMs > nowMs) return;
    await transaction.update(approvals, approvalId, { remindAtMs: null });
    // One whose time is over has its own notice.
    if (asOf(stored, nowMs) !== stored) return;
    const reminder = { kind: 'decide-soon', title: stored.title, approvalId } as const;
    for (const personId of decidersOf(stored, holders))
      await desk.tell(transaction, platform, personId, reminder);
  });
}
