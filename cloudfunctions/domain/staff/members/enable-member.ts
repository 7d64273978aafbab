import { Refusal } from '../../../contract/errors';
import type { Platform, Transaction } from '../../../platform';
import { beijingDay } from '../../../platform/beijing-time';
import type { Actor } from '../actor';
import { recordDeed } from '../record-deed';
import { roleIdsOf } from '../rules';
import { staffMembers } from '../store';
import { changeTeam, withGrant } from '../team';
import { tellOfRights } from '../tell';
import { memberToChange } from './change-member';

/**
 * Wakes a resting account with the roles it had, after the cause was found, which the reason says (H10). The idle days
 * begin anew. Errors: `OWN_REQUEST`, `NOT_FOUND`, `INVALID_INPUT` when it is active. Nine calls.
 */
export async function enableMember(
  transaction: Transaction,
  platform: Platform,
  { staffId, reason, actor }: { staffId: string; reason: string; actor: Actor },
): Promise<Record<string, never>> {
  const { member, team } = await memberToChange(transaction, staffId, actor.staffId);
  if (member.state === 'active') {
    throw new Refusal('INVALID_INPUT', { field: 'staffId', reason: '账号在使用中' });
  }
  const nowMs = platform.nowMs();
  const roleIds = roleIdsOf(team, member);
  await transaction.update(staffMembers, staffId, {
    state: 'active',
    stateReason: null,
    stateSinceMs: nowMs,
    restingRoleIds: null,
    lastActiveDay: beijingDay(nowMs),
    touches: member.touches + 1,
  });
  await changeTeam(transaction, team, { grants: withGrant(team, staffId, roleIds) });
  await tellOfRights(transaction, platform, member, '账号已恢复');
  await recordDeed(transaction, platform, actor, {
    action: 'staff.enable',
    target: `staff:${staffId}`,
    before: { state: member.state, stateReason: member.stateReason },
    after: { state: 'active', roleIds },
    reason,
  });
  return {};
}
