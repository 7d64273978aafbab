import * as z from 'zod';
import {
  empty,
  oneTimeCode,
  permission,
  reason,
  roleId,
  type StaffProcedureContract,
  shownText,
  staffId,
} from './shapes';

const personName = shownText(z.string().trim().min(2, '请填写姓名').max(20, '姓名不超过 20 字'));
const department = shownText(z.string().trim().min(2, '请填写部门').max(30, '部门不超过 30 字'));

const application = z.strictObject({
  applicationId: z.string(),
  state: z.enum(['pending', 'approved', 'opened', 'denied', 'expired', 'withdrawn']),
  /** The labels of the chain, with what came of each. */
  steps: z.array(
    z.strictObject({ label: z.string(), state: z.enum(['open', 'approved', 'denied', 'waiting']) }),
  ),
  appliedAtMs: z.int(),
});

const member = z.strictObject({
  staffId,
  name: z.string(),
  department: z.string(),
  roles: z.array(z.strictObject({ roleId, name: z.string() })),
  permissions: z.array(permission),
  /** The end of a temporary elevation; null without one. */
  elevatedUntilMs: z.int().nullable(),
});

/** The way in: everything that a person does for himself. */
export const deskProcedures = {
  /**
   * Who I am to the console. `outsider`: nobody (with my last application, if any); `no-code-yet`: staff who has to set
   * up one-time codes first; `in`: may work; the others say why not.
   */
  'desk.enter': {
    input: empty,
    output: z.strictObject({
      state: z.enum(['outsider', 'no-code-yet', 'in', 'disabled', 'on-leave', 'removed']),
      /** Why the account rests, in words. */
      stateReason: z.string().nullable(),
      member: member.nullable(),
      application: application.nullable(),
      /** Whether the first administrator may still claim the team. */
      claimable: z.boolean(),
      /** Until when the last confirmed code counts for risky actions; null when none does. */
      confirmedUntilMs: z.int().nullable(),
      lockedUntilMs: z.int().nullable(),
    }),
    permission: 'anyone',
    mutating: false,
  },
  /** The first administrator, by the one-time code whose hash is in the environment. `CLAIM_REFUSED` otherwise. */
  'desk.claim': {
    input: z.strictObject({ code: z.string().min(8).max(64), name: personName }),
    output: z.strictObject({ staffId }),
    permission: 'anyone',
    mutating: true,
  },
  /**
   * Who may be named as superior, by the exact name or the staff number (its first eight characters or all), and what
   * roles there are. Anybody may ask, so nobody is listed who was not asked for; by a number the name is masked.
   */
  'desk.superiors': {
    input: z.strictObject({ query: z.string().trim().max(26).default('') }),
    output: z.strictObject({
      /** Whether there is anybody at all who could be named. */
      hasMembers: z.boolean(),
      superiors: z.array(z.strictObject({ staffId, name: z.string(), department: z.string() })),
      roles: z.array(z.strictObject({ roleId, name: z.string() })),
    }),
    permission: 'anyone',
    mutating: false,
  },
  'desk.apply': {
    input: z.strictObject({
      name: personName,
      department,
      superiorId: staffId,
      roleIds: z.array(roleId).min(1, '请至少选择一个角色').max(5),
      reason,
    }),
    output: z.strictObject({ applicationId: z.string() }),
    permission: 'anyone',
    mutating: true,
  },
  'desk.withdrawApplication': {
    input: z.strictObject({ applicationId: z.string() }),
    output: empty,
    permission: 'anyone',
    mutating: true,
  },
  /**
   * A new secret for the authenticator, shown once, not in force before `desk.activateCode`; `picture` is a QR code of
   * the address, a data URL. Not while codes are in force.
   */
  'desk.beginCode': {
    input: empty,
    output: z.strictObject({ secret: z.string(), uri: z.string(), picture: z.string() }),
    permission: 'anyone',
    mutating: true,
  },
  'desk.activateCode': {
    input: z.strictObject({ code: oneTimeCode }),
    output: z.strictObject({ confirmedUntilMs: z.int() }),
    permission: 'anyone',
    mutating: true,
  },
  /** `ONE_TIME_CODE_WRONG` (with the tries left) or `ONE_TIME_CODE_LOCKED` (with the time); each code counts once. */
  'desk.confirmCode': {
    input: z.strictObject({ code: oneTimeCode }),
    output: z.strictObject({ confirmedUntilMs: z.int() }),
    permission: 'anyone',
    mutating: true,
  },
  /** What waits for me, counted; reminders are notices to me. */
  'desk.todos': {
    input: empty,
    output: z.strictObject({
      toDecide: z.int().min(0),
      mine: z.int().min(0),
      /** Approved applications that wait to be opened; 0 for those who may not. */
      toOpen: z.int().min(0),
      reviewDue: z.string().nullable(),
      /** Declared trips that wait for a person, appeals among them; 0 for those who may not review them. */
      reportsWaiting: z.int().min(0),
      /** Alarms that nobody has acknowledged, and whether riders may spend; null for those who may not read alarms. */
      ledger: z.strictObject({ openAlarms: z.int().min(0), isPaying: z.boolean() }).nullable(),
      reminders: z.array(
        z.strictObject({
          atMs: z.int(),
          kind: z.enum(['decide-soon', 'decided', 'escalated', 'expired', 'rights-changed', 'handed-over']),
          title: z.string(),
          approvalId: z.string().nullable(),
        }),
      ),
    }),
    permission: 'desk.use',
    mutating: false,
  },
  /** More permissions for eight hours, once somebody else agrees. */
  'desk.requestElevation': {
    input: z.strictObject({ permissions: z.array(permission).min(1).max(5), reason }),
    output: z.strictObject({ approvalId: z.string() }),
    permission: 'desk.use',
    mutating: true,
  },
} as const satisfies Record<string, StaffProcedureContract>;
