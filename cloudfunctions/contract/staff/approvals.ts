import * as z from 'zod';
import {
  cursor,
  difference,
  empty,
  limit,
  nextCursor,
  reason,
  type StaffProcedureContract,
  shownText,
} from './shapes';

export const approvalStates = [
  'pending',
  'approved',
  'done',
  'failed',
  'denied',
  'withdrawn',
  'expired',
] as const;

const person = z.strictObject({ staffId: z.string(), name: z.string() });

const summary = z.strictObject({
  approvalId: z.string(),
  kind: z.string(),
  title: z.string(),
  /** `approved`: its effect is due; `done`: it has happened; `failed`: it could not, see `failure`. */
  state: z.enum(approvalStates),
  requester: person,
  requestedAtMs: z.int(),
  /** The open step has to be decided by then. */
  dueAtMs: z.int().nullable(),
  escalated: z.boolean(),
  /** Whether I may decide it now. */
  mine: z.boolean(),
});

const step = z.strictObject({
  label: z.string(),
  state: z.enum(['waiting', 'open', 'approved', 'denied']),
  /** Who decided, or who alone may decide; null when anybody with the permission may. */
  person: person.nullable(),
  decidedAtMs: z.int().nullable(),
  comment: z.string().nullable(),
  /** Decided by another member of a team in which nobody else holds the permission. */
  outsidePermission: z.boolean(),
});

const approvalId = z.string().min(1).max(64);
/** What was read: a decision for anything else is refused with `CHANGED_SINCE_READ`. */
const payloadHash = z.string().regex(/^[0-9a-f]{64}$/);

export const approvalsProcedures = {
  /** `decide`: waiting for me; `mine`: asked for by me; `all`: needs `approvals.read`. */
  'approvals.list': {
    input: z.strictObject({ which: z.enum(['decide', 'mine', 'all']), cursor, limit }),
    output: z.strictObject({ approvals: z.array(summary), nextCursor }),
    permission: 'desk.use',
    mutating: false,
  },
  /** Those who asked, may decide or may read all; `NOT_FOUND` for others. */
  'approvals.get': {
    input: z.strictObject({ approvalId }),
    output: z.strictObject({
      approval: summary,
      reason: z.string(),
      payloadHash,
      differences: z.array(difference),
      steps: z.array(step),
      comments: z.array(z.strictObject({ by: person, atMs: z.int(), text: z.string() })),
      /** Why the effect could not happen, in words. */
      failure: z.string().nullable(),
      /** What I may do now. */
      actions: z.array(z.enum(['approve', 'deny', 'comment', 'withdraw', 'escalate'])),
    }),
    permission: 'desk.use',
    mutating: false,
  },
  'approvals.approve': {
    input: z.strictObject({
      approvalId,
      payloadHash,
      comment: shownText(z.string().trim().max(200)).default(''),
    }),
    output: z.strictObject({ state: z.enum(approvalStates), failure: z.string().nullable() }),
    permission: 'desk.use',
    mutating: true,
  },
  'approvals.deny': {
    input: z.strictObject({ approvalId, payloadHash, comment: reason }),
    output: z.strictObject({ state: z.enum(approvalStates) }),
    permission: 'desk.use',
    mutating: true,
  },
  'approvals.comment': {
    input: z.strictObject({ approvalId, text: shownText(z.string().trim().min(1, '请填写意见').max(500)) }),
    output: empty,
    permission: 'desk.use',
    mutating: true,
  },
  'approvals.withdraw': {
    input: z.strictObject({ approvalId, reason }),
    output: empty,
    permission: 'desk.use',
    mutating: true,
  },
  /** The requester's appeal, one level up and once: of what was denied within seven days, or is past half its time. */
  'approvals.escalate': {
    input: z.strictObject({ approvalId, reason }),
    output: empty,
    permission: 'desk.use',
    mutating: true,
  },
} as const satisfies Record<string, StaffProcedureContract>;
