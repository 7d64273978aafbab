import type { ErrorCode, ErrorDetails } from '../../contract/errors';
import type { Permission } from '../../contract/permissions';
import type { StaffOutput } from '../../contract/staff/procedures';
import type { Platform, Transaction } from '../../platform';
import type { Job } from '../jobs';
import type { Actor } from './actor';
import type { Outcome } from './outcome';
import type { ReminderKind, StaffMember } from './store';

const unfinished = (): never => {
  throw new Error('This part of the staff domain is not there yet.');
};

export interface Authorisation {
  /** A staff id, or `outsider:<digest>` for the audit. */
  actorId: string;
  /** For use cases; null for somebody who is not staff. */
  actor: Actor | null;
  member: StaffMember | null;
  roles: readonly string[];
  permissions: readonly Permission[];
  /** Why it may not be done; the caller audits it, then throws it as a Refusal. Null for `anyone`. */
  denied: { code: ErrorCode; details: ErrorDetails } | null;
  /** Whether today's use is still to be recorded, with `recordUse`, after the procedure has succeeded. */
  useDue: boolean;
}
type Mutating<Input, Output> = (
  transaction: Transaction,
  platform: Platform,
  input: Input & { actor: Actor },
) => Promise<Output>;
type Reading<Input, Output> = (platform: Platform, input: Input) => Promise<Output>;
type ByAnybody<Input, Output> = (
  transaction: Transaction,
  platform: Platform,
  input: Input & { openid: string; requestId: string | null },
) => Promise<Output>;

export const authorise: Reading<
  { openid: string; permission: Permission | 'anyone'; requestId: string | null },
  Authorisation
> = unfinished;
export const recordUse: Reading<{ staffId: string; permission: Permission }, void> = unfinished;
/** First in each mutating transaction of a member: rested or stripped in between, FORBIDDEN / STAFF_RESTING. 3 calls. */
export const requireActing: (transaction: Transaction, platform: Platform, actor: Actor) => Promise<void> =
  unfinished;
export const namesOf: (platform: Platform, personIds: readonly string[]) => Promise<Record<string, string>> =
  unfinished;
export const applicantIdOf: (platform: Platform, openid: string) => string = unfinished;

export const enterDesk: Reading<{ openid: string }, StaffOutput<'desk.enter'>> = unfinished;
export const listSuperiors: (platform: Platform) => Promise<StaffOutput<'desk.superiors'>> = unfinished;
export const claimTeam: ByAnybody<{ code: string; name: string }, { staffId: string }> = unfinished;
export const apply: ByAnybody<
  { name: string; department: string; superiorId: string; roleIds: string[]; reason: string },
  { applicationId: string }
> = unfinished;
export const withdrawApplication: ByAnybody<{ applicationId: string }, Record<string, never>> = unfinished;

/** What is stored as the answer holds the secret closed; `showCode` opens it for the person. */
export interface BegunCode {
  staffId: string;
  secretBox: string;
}
export const beginCode: Mutating<unknown, BegunCode> = unfinished;
export const showCode: (platform: Platform, begun: BegunCode) => { secret: string; uri: string } = unfinished;
export const activateCode: Mutating<{ code: string }, Outcome<{ confirmedUntilMs: number }>> = unfinished;
export const confirmCode: Mutating<{ code: string }, Outcome<{ confirmedUntilMs: number }>> = unfinished;

/** What of the to-dos the staff domain knows; approvals are counted by approvals. */
export const readTodos: Reading<
  { staffId: string; permissions: readonly Permission[] },
  Pick<StaffOutput<'desk.todos'>, 'toOpen' | 'reviewDue' | 'reminders'>
> = unfinished;
export const requestElevation: Mutating<
  { permissions: Permission[]; reason: string },
  { approvalId: string }
> = unfinished;

export const listStaff: (platform: Platform) => Promise<StaffOutput<'staff.list'>> = unfinished;
export const listApplications: (platform: Platform) => Promise<StaffOutput<'staff.applications'>> =
  unfinished;
export const openAccount: Mutating<{ applicationId: string }, { staffId: string }> = unfinished;
export const disableMember: Mutating<{ staffId: string; reason: string }, Record<string, never>> = unfinished;
export const recordLeave: Mutating<
  { staffId: string; untilDay: string; reason: string },
  Record<string, never>
> = unfinished;
export const enableMember: Mutating<{ staffId: string; reason: string }, Record<string, never>> = unfinished;
export const handOver: Mutating<
  { staffId: string; successorId: string; reason: string },
  { approvals: number; reports: number }
> = unfinished;
export const removeMember: Mutating<{ staffId: string; reason: string }, Record<string, never>> = unfinished;
export const requestGrant: Mutating<
  { staffId: string; roleIds: string[]; reason: string },
  { approvalId: string }
> = unfinished;
export const requestRecovery: Mutating<{ staffId: string; reason: string }, { approvalId: string }> =
  unfinished;
export const reviewTeam: (platform: Platform) => Promise<StaffOutput<'staff.review'>> = unfinished;
export const recordReview: Mutating<
  { staffId: string; quarter: string; decision: 'keep' | 'reduce'; note: string },
  Record<string, never>
> = unfinished;
export const listRoles: (platform: Platform) => Promise<StaffOutput<'roles.list'>> = unfinished;
export const requestRoleChange: Mutating<
  { roleId: string; name: string; permissions: Permission[]; reason: string },
  { approvalId: string }
> = unfinished;

export interface Reminder {
  kind: ReminderKind;
  title: string;
  approvalId: string | null;
}
/** The port for reminders; applicants, who have no desk yet, are passed over. */
export const tell: (
  transaction: Transaction,
  platform: Platform,
  personId: string,
  reminder: Reminder,
) => Promise<void> = unfinished;
export const disableIdle: Job = { name: 'disable-idle-staff', everyMs: 3_600_000, step: unfinished };
