import type { Permission } from '../../contract/permissions';
import { collectionOf } from '../../platform';

export interface Role {
  /** In Chinese, for people. */
  name: string;
  permissions: Permission[];
}

export interface LapsedGrant {
  roleIds: string[];
  /** Not counted any more at this time. */
  untilMs: number;
}

/** The truth of roles and of who holds them: one small document, read by every call of the console. */
export interface StaffTeam {
  /** Always `team`. */
  _id: string;
  /** Grows with each change, so that each is a write. */
  version: number;
  roles: Record<string, Role>;
  /** Role ids by staff id, of active members only. */
  grants: Record<string, string[]>;
  /** Who has lost all roles of late, by staff id: he is still counted where it matters how few there are. */
  lapsed?: Record<string, LapsedGrant>;
  /** Hashes of claim codes that have been used: each lets one person in. */
  usedClaimHashes: string[];
}

export type MemberState = 'active' | 'disabled' | 'on-leave' | 'removed';

/** A member's one-time codes (TOTP, RFC 6238). */
export interface OneTimeCode {
  /** The secret in base 32, closed under STAFF_KEY for this staff id. */
  secretBox: string;
  /** Null until a first code has proved that the authenticator has the secret. */
  activatedAtMs: number | null;
  /** The last time step whose code was accepted: it and earlier ones never count again. */
  lastStep: number;
  failures: number;
  lockedUntilMs: number | null;
  /** Until when the last code counts for risky actions. */
  confirmedUntilMs: number | null;
}

/** Permissions for a while, on top of the roles'. */
export interface Elevation {
  permissions: Permission[];
  /** Over at this millisecond. */
  untilMs: number;
  approvalId: string;
}

export interface StaffMember {
  /** The staff id: random. */
  _id: string;
  name: string;
  department: string;
  superiorId: string | null;
  /** Other ids under which the same WeChat identity has acted: as an applicant, or under an account that is gone. */
  formerIds: string[];
  state: MemberState;
  /** Why it rests, in words; null while active. */
  stateReason: string | null;
  stateSinceMs: number;
  /** The roles to come back to, while the account rests; null while active, when the team's document says them. */
  restingRoleIds: string[] | null;
  openedAtMs: number;
  /** The first use of the last day with one; the idle days are counted from that day. */
  lastActiveAtMs: number;
  lastActiveDay: string;
  /** Grows whenever something that concerns the person is decided elsewhere, so that it conflicts with a removal. */
  touches: number;
  /** The last Beijing day on which each permission was used. */
  uses: { readonly [permission in Permission]?: string };
  oneTimeCode: OneTimeCode | null;
  elevation: Elevation | null;
}

/** The only place that knows which WeChat identity is which member. */
export interface StaffIdentity {
  /** `wx:<openid>`. */
  _id: string;
  staffId: string;
}

/** What a person who wants to join has asked for last. */
export interface StaffApplicant {
  /** `applicant:<keyed digest>`, see `applicantIdOf`: the same for all applications of one WeChat identity. */
  _id: string;
  name: string;
  lastApplicationId: string;
}

export type ApplicationState = 'pending' | 'approved' | 'opened' | 'denied' | 'expired' | 'withdrawn';

export interface StaffApplication {
  _id: string;
  applicantId: string;
  /** `wx:<openid>`: who the account will be opened for. */
  identityId: string;
  name: string;
  department: string;
  superiorId: string;
  roleIds: string[];
  reason: string;
  state: ApplicationState;
  approvalId: string;
  appliedAtMs: number;
  approvedAtMs: number | null;
  /** Once it is opened. */
  staffId: string | null;
}

/** What the quarterly check decided of a member. */
export interface StaffReview {
  /** `<quarter>:<staffId>`. */
  _id: string;
  quarter: string;
  staffId: string;
  decision: 'keep' | 'reduce';
  note: string;
  reviewerId: string;
  reviewedAtMs: number;
}

export type ReminderKind =
  | 'decide-soon'
  | 'decided'
  | 'escalated'
  | 'expired'
  | 'rights-changed'
  | 'handed-over';

/** A notice to a member of staff. */
export interface StaffReminder {
  _id: string;
  staffId: string;
  atMs: number;
  /** `<atMs, 15 digits>-<random>`: sorts like the time and is never equal. */
  position: string;
  kind: ReminderKind;
  title: string;
  approvalId: string | null;
  expiresAtMs: number;
}

export { TEAM_ID } from './team-id';

export const staffTeam = collectionOf<StaffTeam>('staff_team');
export const staffMembers = collectionOf<StaffMember>('staff_members');
export const staffIdentities = collectionOf<StaffIdentity>('staff_identities');
export const staffApplicants = collectionOf<StaffApplicant>('staff_applicants');
export const staffApplications = collectionOf<StaffApplication>('staff_applications');
export const staffReviews = collectionOf<StaffReview>('staff_reviews');
export const staffReminders = collectionOf<StaffReminder>('staff_reminders');

export const identityIdOf = (openid: string): string => `wx:${openid}`;
