import { Refusal } from '../../../contract/errors';
import { permissions as allPermissions, type Permission } from '../../../contract/permissions';
import type { Difference } from '../../../contract/staff/shapes';
import type { Platform, Transaction } from '../../../platform';
import type { Actor } from '../actor';
import { agreeingMembers, fewerLine } from '../deciding/agreeing-members';
import { requestWithDeed } from '../request-deed';
import { roleOf } from '../rules';
import type { Role, StaffTeam } from '../store';
import { readTeam } from '../team';
import { gainers as gainersOf, notHeld, type RoleChange, roleChangeOf } from './role-change';
import { roleKind } from './role-kind';

/** More would make the team's document, which every call reads, a burden. */
const ROLES_AT_MOST = 60;

export interface RoleRequest {
  roleId: string;
  name: string;
  permissions: Permission[];
  reason: string;
  actor: Actor;
}

/**
 * Asks for a new role or for a role's new permissions. `NOT_HELD` (with `permissions`) when it gives or takes what the
 * actor does not hold by a role, `INVALID_INPUT` when nothing changes or there are too many roles, `PENDING_ALREADY`.
 * Eight calls.
 */
export async function requestRoleChange(
  transaction: Transaction,
  platform: Platform,
  request: RoleRequest,
): Promise<{ approvalId: string }> {
  const { roleId, name, reason, actor } = request;
  const team = await readTeam(transaction);
  const before = roleOf(team, roleId);
  const permissions = [...new Set(request.permissions)].sort();
  const change = roleChangeOf(before, permissions);
  refuseUnchanged(before, name, change);
  refuseNameOfAnother(team, roleId, name);
  if (!before && Object.keys(team.roles).length >= ROLES_AT_MOST) {
    throw new Refusal('INVALID_INPUT', { field: 'roleId', reason: `角色最多 ${ROLES_AT_MOST} 个` });
  }
  const missing = notHeld(team, actor.staffId, change);
  if (missing.length > 0) throw new Refusal('NOT_HELD', { permissions: missing });
  const others = Object.keys(team.grants).filter(staffId => staffId !== actor.staffId);
  const gaining = gainersOf(team, roleId, change).filter(staffId => staffId !== actor.staffId);
  // Where everybody else gains, nobody would be left to decide: then a team this small decides all the same.
  const gainers = others.every(staffId => gaining.includes(staffId)) ? [] : gaining;
  const agreeing = agreeingMembers(team, [actor.staffId, ...gainers], platform.nowMs());
  return requestWithDeed(transaction, platform, roleKind, {
    action: 'roles.requestChange',
    target: `role:${roleId}`,
    payload: { roleId, name, permissions, gainers, agreeing },
    differences: [...differencesOf(before, name, change), ...fewerLine(agreeing)],
    reason,
    actor,
  });
}

function refuseUnchanged(before: Role | undefined, name: string, { added, taken }: RoleChange): void {
  if (before?.name === name && added.length === 0 && taken.length === 0) {
    throw new Refusal('INVALID_INPUT', { field: 'permissions', reason: '没有改动' });
  }
}

/** Whoever agrees to a grant reads names: two roles of one name could be taken for each other. */
function refuseNameOfAnother(team: StaffTeam, roleId: string, name: string): void {
  if (Object.entries(team.roles).some(([id, role]) => id !== roleId && role.name === name)) {
    throw new Refusal('INVALID_INPUT', { field: 'name', reason: '已有同名的角色' });
  }
}

function differencesOf(before: Role | undefined, name: string, change: RoleChange): Difference[] {
  const labelOf = (permission: Permission) => `权限：${allPermissions[permission].label}`;
  return [
    ...(before?.name === name ? [] : [{ label: '角色名称', before: before?.name ?? null, after: name }]),
    ...change.added.map(permission => ({ label: labelOf(permission), before: null, after: '有' })),
    ...change.taken.map(permission => ({ label: labelOf(permission), before: '有', after: null })),
  ];
}
