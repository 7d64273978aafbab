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
export { type Authorisation, authorise, type Denial } from './authorise';
export { type BegunCode, beginCode, showCode } from './codes/begin-code';
export { activateCode, confirmCode } from './codes/enter-code';
export { type Outcome, settled } from './codes/outcome';
export { requestRecovery } from './codes/request-recovery';
export { showCodeOnce } from './codes/show-code-once';
export { fewerLine } from './deciding/agreeing-members';
export { countAgreeing } from './deciding/count-agreeing';
export { deciders, holders } from './deciding/deciders';
export { enterDesk } from './enter-desk';
export { applicantIdOf } from './joining/applicant';
export { apply } from './joining/apply';
export { claimHashOf } from './joining/claim-code';
export { claimTeam } from './joining/claim-team';
export { findSuperiors } from './joining/find-superiors';
export { listApplications } from './joining/list-applications';
export { openAccount } from './joining/open-account';
export { withdrawApplication } from './joining/withdraw-application';
export { kinds } from './kinds';
export { disableIdle } from './members/disable-idle';
export { disableMember } from './members/disable-member';
export { enableMember } from './members/enable-member';
export { handOver } from './members/hand-over';
export { listStaff } from './members/list-staff';
export { namesOf } from './members/names-of';
export { recordLeave } from './members/record-leave';
export { recordUse } from './members/record-use';
export { removeMember } from './members/remove-member';
export { purges } from './purges';
export { readTodos } from './read-todos';
export { requireActing } from './require-acting';
export { recordReview } from './review/record-review';
export { reviewTeam } from './review/review-team';
export { listRoles } from './rights/list-roles';
export { requestElevation } from './rights/request-elevation';
export { requestGrant } from './rights/request-grant';
export { requestRoleChange } from './rights/request-role-change';
export type { StaffMember } from './store';
export { type Reminder, tell } from './tell';
