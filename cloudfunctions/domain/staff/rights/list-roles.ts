import { permissions as allPermissions, permissionNames } from '../../../contract/permissions';
import type { StaffOutput } from '../../../contract/staff/procedures';
import type { Platform } from '../../../platform';
import { readTeam } from '../team';

/** Every role with what it allows and how many active members hold it, and every permission that there is. One call. */
export async function listRoles(platform: Platform): Promise<StaffOutput<'roles.list'>> {
  const team = await readTeam(platform.database);
  const held = Object.values(team.grants).flat();
  return {
    roles: Object.entries(team.roles).map(([roleId, { name, permissions }]) => ({
      roleId,
      name,
      permissions,
      members: held.filter(id => id === roleId).length,
    })),
    permissions: permissionNames.map(permission => ({ permission, ...allPermissions[permission] })),
  };
}
