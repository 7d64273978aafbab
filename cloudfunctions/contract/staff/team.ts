import * as z from 'zod';
import {
  beijingDay,
  empty,
  permission,
  reason,
  requested,
  roleId,
  type StaffProcedureContract,
  shownText,
  staffId,
} from './shapes';

export const memberStates = ['active', 'disabled', 'on-leave', 'removed'] as const;

const listed = z.strictObject({
  staffId,
  name: z.string(),
  department: z.string(),
  superior: z.strictObject({ staffId, name: z.string() }).nullable(),
  state: z.enum(memberStates),
  stateReason: z.string().nullable(),
  roles: z.array(z.strictObject({ roleId, name: z.string() })),
  lastActiveAtMs: z.int().nullable(),
  hasCode: z.boolean(),
  elevatedUntilMs: z.int().nullable(),
});

const application = z.strictObject({
  applicationId: z.string(),
  name: z.string(),
  department: z.string(),
  superior: z.strictObject({ staffId, name: z.string() }),
  roles: z.array(z.strictObject({ roleId, name: z.string() })),
  reason: z.string(),
  approvedAtMs: z.int(),
});

const usedPermission = z.strictObject({
  permission,
  label: z.string(),
  lastUsedDay: beijingDay.nullable(),
  unused: z.boolean(),
});

export const teamProcedures = {
  'staff.list': {
    input: empty,
    output: z.strictObject({ members: z.array(listed) }),
    permission: 'staff.read',
    mutating: false,
  },
  'staff.applications': {
    input: empty,
    output: z.strictObject({ applications: z.array(application) }),
    permission: 'staff.open',
    mutating: false,
  },
  /** Opens the account of an application whose chain has approved. */
  'staff.open': {
    input: z.strictObject({ applicationId: z.string() }),
    output: z.strictObject({ staffId }),
    permission: 'staff.open',
    mutating: true,
  },
  'staff.disable': {
    input: z.strictObject({ staffId, reason }),
    output: empty,
    permission: 'staff.suspend',
    mutating: true,
  },
  'staff.recordLeave': {
    input: z.strictObject({ staffId, untilDay: beijingDay, reason }),
    output: empty,
    permission: 'staff.suspend',
    mutating: true,
  },
  /** After the cause is found (H10): the reason says it. */
  'staff.enable': {
    input: z.strictObject({ staffId, reason }),
    output: empty,
    permission: 'staff.enable',
    mutating: true,
  },
  /** Gives open items (approvals asked for, steps that only this person may decide, reports) to a successor. */
  'staff.handOver': {
    input: z.strictObject({ staffId, successorId: staffId, reason }),
    output: z.strictObject({ approvals: z.int(), reports: z.int() }),
    permission: 'staff.remove',
    mutating: true,
  },
  /** `OPEN_ITEMS` while something is left to hand over. */
  'staff.remove': {
    input: z.strictObject({ staffId, reason }),
    output: empty,
    permission: 'staff.remove',
    mutating: true,
  },
  /** The whole new set of roles of a person; takes effect once approved. */
  'staff.requestGrant': {
    input: z.strictObject({ staffId, roleIds: z.array(roleId).min(1).max(5), reason }),
    output: requested,
    permission: 'staff.grant',
    mutating: true,
  },
  /** A lost authenticator: two others agree, then the person sets up codes anew. */
  'staff.requestRecovery': {
    input: z.strictObject({ staffId, reason }),
    output: requested,
    permission: 'staff.recover',
    mutating: true,
  },
  /** The quarterly check: who could do what without having used it for 90 days. */
  'staff.review': {
    input: empty,
    output: z.strictObject({
      quarter: z.string(),
      members: z.array(
        z.strictObject({
          staffId,
          name: z.string(),
          roles: z.array(z.strictObject({ roleId, name: z.string() })),
          permissions: z.array(usedPermission),
          decision: z.enum(['keep', 'reduce']).nullable(),
          note: z.string().nullable(),
        }),
      ),
    }),
    permission: 'staff.review',
    mutating: false,
  },
  /** Told to the person and the superior. `reduce` says that a change of roles is to be asked for. */
  'staff.recordReview': {
    input: z.strictObject({
      staffId,
      quarter: z.string(),
      decision: z.enum(['keep', 'reduce']),
      note: reason,
    }),
    output: empty,
    permission: 'staff.review',
    mutating: true,
  },
  'roles.list': {
    input: empty,
    output: z.strictObject({
      roles: z.array(
        z.strictObject({ roleId, name: z.string(), permissions: z.array(permission), members: z.int() }),
      ),
      permissions: z.array(z.strictObject({ permission, label: z.string(), risk: z.enum(['low', 'high']) })),
    }),
    permission: 'roles.read',
    mutating: false,
  },
  /** A new role or a role's new permissions; only what the editor holds may be added or taken away. */
  'roles.requestChange': {
    input: z.strictObject({
      roleId,
      name: shownText(z.string().trim().min(2).max(20)),
      permissions: z.array(permission).min(1, '请至少选择一个权限'),
      reason,
    }),
    output: requested,
    permission: 'roles.edit',
    mutating: true,
  },
} as const satisfies Record<string, StaffProcedureContract>;
