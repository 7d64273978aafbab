import { Refusal } from '../../../contract/errors';
import { roleOf } from '../rules';
import type { StaffTeam } from '../store';

/** The roles, each once. `INVALID_INPUT` when there is no such role. */
export function checkedRoles(team: StaffTeam, roleIds: readonly string[]): string[] {
  const unknown = roleIds.find(roleId => !roleOf(team, roleId));
  if (unknown !== undefined) {
    throw new Refusal('INVALID_INPUT', { field: 'roleIds', reason: `没有角色 ${unknown}` });
  }
  return [...new Set(roleIds)].sort();
}

export const roleNames = (team: StaffTeam, roleIds: readonly string[]): string =>
  roleIds.map(roleId => roleOf(team, roleId)?.name ?? roleId).join('、') || '无';
