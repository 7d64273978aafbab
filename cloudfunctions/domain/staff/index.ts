/**
 * Members of staff: who they are, what they may do, and how that changes.
 *
 * 1. Whoever is not named may nothing: a permission comes from a role of an active member, or from an elevation.
 * 2. `staff_team` is the truth of roles and grants; a member who rests or has left has no grant in it.
 * 3. Every change writes its audit entry in its own transaction.
 * 4. Nobody changes his own account: others open, enable, grant and remove.
 * 5. One-time codes: each time step counts once, five wrong ones lock for twenty minutes, secrets lie closed only.
 * 6. `requireActing` comes first in every mutating transaction of a member: it asks again whether the actor still may,
 *    and makes the deed conflict with his removal.
 * 7. A removal finds nothing open: whatever opens something for a member writes the member's document.
 */
export type { Actor } from './actor';
export { fewerLine } from './agreeing-members';
export { applicantIdOf } from './applicant';
export { apply } from './apply';
export { type Authorisation, authorise, type Denial } from './authorise';
export { type BegunCode, beginCode, showCode } from './begin-code';
export { claimHashOf } from './claim-code';
export { claimTeam } from './claim-team';
export { countAgreeing } from './count-agreeing';
export { deciders, holders } from './deciders';
export { disableIdle } from './disable-idle';
export { disableMember } from './disable-member';
export { enableMember } from './enable-member';
export { activateCode, confirmCode } from './enter-code';
export { enterDesk } from './enter-desk';
export { findSuperiors } from './find-superiors';
export { handOver } from './hand-over';
export { kinds } from './kinds';
export { listApplications } from './list-applications';
export { listRoles } from './list-roles';
export { listStaff } from './list-staff';
export { namesOf } from './names-of';
export { openAccount } from './open-account';
export { type Outcome, settled } from './outcome';
export { purges } from './purges';
export { readTodos } from './read-todos';
export { recordLeave } from './record-leave';
export { recordReview } from './record-review';
export { recordUse } from './record-use';
export { removeMember } from './remove-member';
export { requestElevation } from './request-elevation';
export { requestGrant } from './request-grant';
export { requestRecovery } from './request-recovery';
export { requestRoleChange } from './request-role-change';
export { requireActing } from './require-acting';
export { reviewTeam } from './review-team';
export { showCodeOnce } from './show-code-once';
export type { StaffMember } from './store';
export { type Reminder, tell } from './tell';
export { withdrawApplication } from './withdraw-application';
