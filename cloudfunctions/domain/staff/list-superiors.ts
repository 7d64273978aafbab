import type { StaffOutput } from '../../contract/staff/procedures';
import type { Platform } from '../../platform';
import { allMembers, inReadingOrder } from './all-members';
import { readTeam } from './team';

/** Who may be named as superior, and which roles can be asked for: names and departments only. Two calls side by side. */
export async function listSuperiors(platform: Platform): Promise<StaffOutput<'desk.superiors'>> {
  const [team, members] = await Promise.all([
    readTeam(platform.database),
    allMembers(platform, { state: 'active' }),
  ]);
  return {
    superiors: inReadingOrder(members).map(({ _id, name, department }) => ({
      staffId: _id,
      name,
      department,
    })),
    roles: Object.entries(team.roles).map(([roleId, { name }]) => ({ roleId, name })),
  };
}
