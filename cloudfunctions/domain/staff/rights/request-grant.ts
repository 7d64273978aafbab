import { Refusal } from '../../../contract/errors';
import type { Platform, Transaction } from '../../../platform';
import type { Actor } from '../actor';
import { requestWithDeed } from '../request-deed';
import { roleIdsOf } from '../rules';
import { staffMembers } from '../store';
import { readTeam } from '../team';
import { checkedRoles, roleNames } from './check-roles';
import { grantKind } from './grant-kind';
import { conflictLine } from './role-conflicts';

interface GrantRequest {
  staffId: string;
  roleIds: string[];
  reason: string;
  actor: Actor;
}

/**
 * Asks for a member's new set of roles; one's own can be asked for, and is decided by somebody else. Errors: `NOT_FOUND`,
 * `INVALID_INPUT` for an unknown role or when nothing changes, `PENDING_ALREADY`. Ten calls.
 */
export async function requestGrant(
  transaction: Transaction,
  platform: Platform,
  { staffId, roleIds: asked, reason, actor }: GrantRequest,
): Promise<{ approvalId: string }> {
  const member = await transaction.get(staffMembers, staffId);
  if (!member || member.state === 'removed') throw new Refusal('NOT_FOUND');
  const team = await readTeam(transaction);
  const roleIds = checkedRoles(team, asked);
  const before = roleIdsOf(team, member);
  if (before.toSorted().join() === roleIds.join()) {
    throw new Refusal('INVALID_INPUT', { field: 'roleIds', reason: '没有改动' });
  }
  return requestWithDeed(transaction, platform, grantKind, {
    action: 'staff.requestGrant',
    target: `staff:${staffId}`,
    payload: { staffId, name: member.name, roleIds },
    differences: [
      { label: `${member.name} 的角色`, before: roleNames(team, before), after: roleNames(team, roleIds) },
      ...conflictLine(roleIds),
    ],
    reason,
    actor,
  });
}
