import type { Permission } from '../../contract/permissions';
import type { StaffOutput } from '../../contract/staff/procedures';
import type { Platform } from '../../platform';
import { applicationsToOpen } from './joining/list-applications';
import { quarterOf } from './review/quarter';
import { reviewsOf } from './review/review-team';
import { readTeam } from './team';
import { latestReminders } from './tell';

type Todos = Pick<StaffOutput<'desk.todos'>, 'toOpen' | 'reviewDue' | 'reminders'>;

/**
 * What waits for a member, as far as the team knows it; `approvals` counts its own. One call, one more for those who may
 * open accounts and two for those who check the team, side by side.
 */
export async function readTodos(
  platform: Platform,
  { staffId, permissions }: { staffId: string; permissions: readonly Permission[] },
): Promise<Todos> {
  const [toOpen, reviewDue, reminders] = await Promise.all([
    permissions.includes('staff.open') ? applicationsToOpen(platform) : [],
    permissions.includes('staff.review') ? dueReview(platform, staffId) : null,
    latestReminders(platform, staffId),
  ]);
  return {
    toOpen: toOpen.length,
    reviewDue,
    reminders: reminders.map(({ atMs, kind, title, approvalId }) => ({ atMs, kind, title, approvalId })),
  };
}

/** This quarter, while an active member other than oneself is not checked. */
async function dueReview(platform: Platform, staffId: string): Promise<string | null> {
  const quarter = quarterOf(platform.nowMs());
  const [team, reviews] = await Promise.all([readTeam(platform.database), reviewsOf(platform, quarter)]);
  const done = new Set(reviews.map(review => review.staffId));
  return Object.keys(team.grants).some(id => id !== staffId && !done.has(id)) ? quarter : null;
}
