import { Refusal } from '../../../contract/errors';
import type { Platform, Transaction } from '../../../platform';
import type { Actor } from '../actor';
import { agreeingMembers, fewerLine } from '../deciding/agreeing-members';
import { memberToChange } from '../members/change-member';
import { requestWithDeed } from '../request-deed';
import { recoverKind } from './recover-kind';

/**
 * Asks for a member's one-time codes to be reset. Errors: `OWN_REQUEST`, `NOT_FOUND`, `INVALID_INPUT` when no codes are in
 * force, `PENDING_ALREADY`. Nine calls.
 */
export async function requestRecovery(
  transaction: Transaction,
  platform: Platform,
  { staffId, reason, actor }: { staffId: string; reason: string; actor: Actor },
): Promise<{ approvalId: string }> {
  const { member, team } = await memberToChange(transaction, staffId, actor.staffId);
  if ((member.oneTimeCode?.activatedAtMs ?? null) === null) {
    throw new Refusal('INVALID_INPUT', { field: 'staffId', reason: '这个账号没有启用动态码' });
  }
  const agreeing = agreeingMembers(team, [staffId, actor.staffId], platform.nowMs());
  return requestWithDeed(transaction, platform, recoverKind, {
    action: 'staff.requestRecovery',
    target: `staff:${staffId}`,
    payload: { staffId, name: member.name, agreeing },
    differences: [
      { label: `${member.name} 的动态码`, before: '已启用', after: '清除，由本人重新设置' },
      ...fewerLine(agreeing),
    ],
    reason,
    actor,
  });
}
