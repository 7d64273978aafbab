import type { StaffOutput } from '../../../contract/staff/procedures';
import type { Platform } from '../../../platform';
import { namesOf } from '../members/names-of';
import { namedRoles } from '../rules';
import { type StaffApplication, staffApplications } from '../store';
import { readTeam } from '../team';
import { OPEN_WITHIN_MS } from './application-state';

const SHOWN = 100;

/** Applications that their chain has approved and that wait to be opened, oldest first; not those whose time is over. One call. */
export const applicationsToOpen = (platform: Platform): Promise<StaffApplication[]> =>
  platform.database.find(staffApplications, {
    where: { state: 'approved', approvedAtMs: { above: platform.nowMs() - OPEN_WITHIN_MS } },
    orderBy: [['approvedAtMs', 'asc']],
    limit: SHOWN,
  });

/** The same, for people. Three calls in two round trips. */
export async function listApplications(platform: Platform): Promise<StaffOutput<'staff.applications'>> {
  const [team, waiting] = await Promise.all([readTeam(platform.database), applicationsToOpen(platform)]);
  const names = await namesOf(
    platform,
    waiting.map(({ superiorId }) => superiorId),
  );
  return {
    applications: waiting.map(({ _id, name, department, superiorId, roleIds, reason, approvedAtMs }) => ({
      applicationId: _id,
      name,
      department,
      superior: { staffId: superiorId, name: names[superiorId] ?? '' },
      roles: namedRoles(team, roleIds),
      reason,
      approvedAtMs: approvedAtMs ?? 0,
    })),
  };
}
