import { Refusal } from '../../../contract/errors';
import type { Platform, Transaction } from '../../../platform';
import type { Actor } from '../actor';
import { recordDeed } from '../record-deed';
import { staffMembers } from '../store';
import { changeTeam, withoutMember } from '../team';
import { memberToChange } from './change-member';
import { openItemsOf } from './hand-over';

/**
 * Removes an account for good, once nothing of it is open (H11). The name stays for the records; roles, codes and
 * elevation are gone. Whatever could open something for a member writes the member's document, so that it and the
 * removal cannot both succeed: the open items are read after the transaction has read the member.
 * Errors: `OWN_REQUEST`, `NOT_FOUND`, `OPEN_ITEMS` (`approvals`, `reports`). Ten calls.
 */
export async function removeMember(
  transaction: Transaction,
  platform: Platform,
  { staffId, reason, actor }: { staffId: string; reason: string; actor: Actor },
): Promise<Record<string, never>> {
  const { member, team } = await memberToChange(transaction, staffId, actor.staffId);
  const { approvalIds, reportIds } = await openItemsOf(platform, staffId);
  if (approvalIds.length + reportIds.length > 0) {
    throw new Refusal('OPEN_ITEMS', { approvals: approvalIds.length, reports: reportIds.length });
  }
  const nowMs = platform.nowMs();
  await transaction.update(staffMembers, staffId, {
    state: 'removed',
    stateReason: reason,
    stateSinceMs: nowMs,
    restingRoleIds: null,
    superiorId: null,
    touches: member.touches + 1,
    oneTimeCode: null,
    elevation: null,
  });
  await changeTeam(transaction, team, withoutMember(team, staffId, nowMs));
  await recordDeed(transaction, platform, actor, {
    action: 'staff.remove',
    target: `staff:${staffId}`,
    before: { state: member.state },
    after: { state: 'removed' },
    reason,
  });
  return {};
}
