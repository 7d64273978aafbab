import type { StaffOutput } from '../../../contract/staff/procedures';
import type { Platform } from '../../../platform';
import { elevatedPermissions, namedRoles, roleIdsOf } from '../rules';
import type { StaffMember } from '../store';
import { readTeam } from '../team';
import { allMembers, inReadingOrder } from './all-members';

/** Everybody who is or was staff, with roles and state. Two calls side by side, one more for each five hundred people. */
export async function listStaff(platform: Platform): Promise<StaffOutput<'staff.list'>> {
  const nowMs = platform.nowMs();
  const [team, members] = await Promise.all([readTeam(platform.database), allMembers(platform, {})]);
  const names = new Map(members.map(({ _id, name }) => [_id, name]));
  const view = (member: StaffMember) => ({
    staffId: member._id,
    name: member.name,
    department: member.department,
    superior:
      member.superiorId === null
        ? null
        : { staffId: member.superiorId, name: names.get(member.superiorId) ?? '' },
    state: member.state,
    stateReason: member.stateReason,
    roles: namedRoles(team, roleIdsOf(team, member)),
    lastActiveAtMs: member.lastActiveAtMs,
    hasCode: (member.oneTimeCode?.activatedAtMs ?? null) !== null,
    elevatedUntilMs: elevationEnd(member, nowMs),
  });
  return { members: inReadingOrder(members).map(view) };
}

/** The end of a running elevation, or null. */
export const elevationEnd = (member: StaffMember, nowMs: number): number | null =>
  elevatedPermissions(member, nowMs).length > 0 ? (member.elevation?.untilMs ?? null) : null;
