import { permissions as allPermissions, type Permission } from '../../../contract/permissions';
import type { StaffOutput } from '../../../contract/staff/procedures';
import type { Platform } from '../../../platform';
import { addDays, beijingDay } from '../../../platform/beijing-time';
import { allMembers, inReadingOrder } from '../members/all-members';
import { namedRoles, permissionsOfRoles, roleIdsOf, UNUSED_DAYS } from '../rules';
import { type StaffMember, type StaffReview, staffReviews } from '../store';
import { readTeam } from '../team';
import { quarterOf } from './quarter';

const REVIEWS_READ = 1_000;

/** What has been decided in a quarter's check so far. One call. */
export const reviewsOf = (platform: Platform, quarter: string): Promise<StaffReview[]> =>
  platform.database.find(staffReviews, { where: { quarter }, limit: REVIEWS_READ });

/**
 * The quarterly check (G16): what everybody may do, resting accounts included, and what of it nobody has needed: not
 * used for ninety days, or never in an account older than that. Three calls side by side.
 */
export async function reviewTeam(platform: Platform): Promise<StaffOutput<'staff.review'>> {
  const nowMs = platform.nowMs();
  const quarter = quarterOf(nowMs);
  const [team, members, reviews] = await Promise.all([
    readTeam(platform.database),
    allMembers(platform, { state: { oneOf: ['active', 'disabled', 'on-leave'] } }),
    reviewsOf(platform, quarter),
  ]);
  const reviewed = new Map(reviews.map(review => [review.staffId, review]));
  const unusedBefore = addDays(beijingDay(nowMs), -UNUSED_DAYS);
  return {
    quarter,
    members: inReadingOrder(members).map(member => {
      const roleIds = roleIdsOf(team, member);
      const review = reviewed.get(member._id);
      return {
        staffId: member._id,
        name: member.name,
        roles: namedRoles(team, roleIds),
        permissions: permissionsOfRoles(team, roleIds).map(held => usedView(member, held, unusedBefore)),
        decision: review?.decision ?? null,
        note: review?.note ?? null,
      };
    }),
  };
}

function usedView(member: StaffMember, permission: Permission, unusedBefore: string) {
  const lastUsedDay = member.uses[permission] ?? null;
  const since = lastUsedDay ?? beijingDay(member.openedAtMs);
  return { permission, label: allPermissions[permission].label, lastUsedDay, unused: since < unusedBefore };
}
