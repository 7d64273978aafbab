/**
 * Members of staff: who they are, what they may do, and how that changes.
 *
 * 1. Whoever is not named may nothing: a permission comes from a role of an active member, or from an elevation.
 * 2. `staff_team` is the truth of roles and grants; a member who rests or has left has no grant in it.
 * 3. Every change writes its audit entry in its own transaction.
 * 4. Nobody changes his own account: others open, enable, grant and remove.
 * 5. One-time codes: each time step counts once, five wrong ones lock for twenty minutes, secrets lie closed only.
 * 6. A mutating use case asks again inside its transaction whether the actor still may, and conflicts with his removal.
 */
export type { Actor } from './actor';
export * from './face';
export { type Outcome, settled } from './outcome';
export { purges } from './purges';
export type { StaffMember } from './store';
