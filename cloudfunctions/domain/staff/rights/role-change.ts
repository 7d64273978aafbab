import type { Permission } from '../../../contract/permissions';
import { permissionsOfRoles } from '../rules';
import type { Role, StaffTeam } from '../store';

/** What a role gains and loses by new permissions. */
export interface RoleChange {
  added: Permission[];
  taken: Permission[];
}

export function roleChangeOf(before: Role | undefined, after: readonly Permission[]): RoleChange {
  const old = before?.permissions ?? [];
  return {
    added: after.filter(permission => !old.includes(permission)),
    taken: old.filter(permission => !after.includes(permission)),
  };
}

/**
 * Those permissions of the change that the editor does not hold by a role: nobody gives or takes what he has not got.
 * An elevation does not count, or eight hours would become for ever. What came with a release is in no role yet: nobody
 * could ever hold it, so it may be added.
 */
export function notHeld(team: StaffTeam, editorId: string, { added, taken }: RoleChange): Permission[] {
  const held = permissionsOfRoles(team, team.grants[editorId] ?? []);
  const inSomeRole = Object.values(team.roles).flatMap(({ permissions }) => permissions);
  return [...added.filter(permission => inSomeRole.includes(permission)), ...taken].filter(
    permission => !held.includes(permission),
  );
}

/** Active members whom the change gives something that they do not have already. */
export const gainers = (team: StaffTeam, roleId: string, { added }: RoleChange): string[] =>
  Object.entries(team.grants)
    .filter(([, roleIds]) => {
      const held = permissionsOfRoles(team, roleIds);
      return roleIds.includes(roleId) && added.some(permission => !held.includes(permission));
    })
    .map(([staffId]) => staffId);
