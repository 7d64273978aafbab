import { Refusal } from '../../../contract/errors';
import {
  permissions as allPermissions,
  neverTemporary,
  type Permission,
} from '../../../contract/permissions';
import type { Platform, Transaction } from '../../../platform';
import type { Actor } from '../actor';
import { requestWithDeed } from '../request-deed';
import { rightsOf } from '../rules';
import { staffMembers } from '../store';
import { readTeam } from '../team';
import { elevateKind } from './elevate-kind';

interface ElevationRequest {
  permissions: Permission[];
  reason: string;
  actor: Actor;
}

function refuseNeverTemporary(asked: readonly Permission[]): void {
  const never = asked.find(permission => neverTemporary.includes(permission));
  if (never === undefined) return;
  const reason = `「${allPermissions[never].label}」只能由角色给予`;
  throw new Refusal('INVALID_INPUT', { field: 'permissions', reason });
}

/**
 * The actor asks for more permissions for eight hours. `INVALID_INPUT` when all are held already or one is given by roles
 * only, `PENDING_ALREADY`. Nine calls.
 */
export async function requestElevation(
  transaction: Transaction,
  platform: Platform,
  { permissions: asked, reason, actor }: ElevationRequest,
): Promise<{ approvalId: string }> {
  refuseNeverTemporary(asked);
  const member = await transaction.get(staffMembers, actor.staffId);
  if (member?.state !== 'active') throw new Refusal('STAFF_RESTING');
  const team = await readTeam(transaction);
  const held = rightsOf(team, member, platform.nowMs()).permissions;
  const permissions = [...new Set(asked)].filter(permission => !held.includes(permission)).sort();
  if (permissions.length === 0) {
    throw new Refusal('INVALID_INPUT', { field: 'permissions', reason: '已经拥有这些权限' });
  }
  const after = permissions.map(permission => allPermissions[permission].label).join('、');
  return requestWithDeed(transaction, platform, elevateKind, {
    action: 'desk.requestElevation',
    target: `staff:${member._id}`,
    payload: { staffId: member._id, name: member.name, permissions },
    differences: [{ label: `${member.name} 的临时权限（8 小时）`, before: null, after }],
    reason,
    actor,
  });
}
