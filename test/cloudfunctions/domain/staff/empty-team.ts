import { firstRoles } from '../../../../cloudfunctions/contract/permissions';
import { type StaffTeam, staffTeam } from '../../../../cloudfunctions/domain/staff/store';
import type { Platform } from '../../../../cloudfunctions/platform';

const emptied = [
  'staff_members',
  'staff_identities',
  'staff_applicants',
  'staff_applications',
  'staff_reviews',
  'staff_reminders',
  'approvals',
  'approval_targets',
];

/** Empties every collection of the team, so that tests share a product and nothing else. The audit log only grows. */
export async function emptyTeam({ database }: Platform): Promise<void> {
  for (const name of emptied) await database.removeWhere({ name }, { _id: { above: '' } });
  const roles = firstRoles as unknown as StaffTeam['roles'];
  await database.updateWhere(
    staffTeam,
    { _id: 'team' },
    { version: 1, roles, grants: {}, lapsed: {}, usedClaimHashes: [] },
  );
}
