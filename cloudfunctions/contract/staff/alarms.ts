import * as z from 'zod';
import { cursor, empty, limit, nextCursor, reason, type StaffProcedureContract } from './shapes';

const alarm = z.strictObject({
  alarmId: z.string(),
  kind: z.enum(['ledger-finding', 'audit-finding']),
  /** What it is about, such as the key of an entry. */
  subject: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  raisedAtMs: z.int(),
  /** When it was last found to go on, and how often it was found. */
  seenAtMs: z.int(),
  count: z.int(),
  acknowledged: z
    .strictObject({
      by: z.strictObject({ staffId: z.string(), name: z.string() }),
      atMs: z.int(),
      note: z.string(),
    })
    .nullable(),
});

/** What the system has found by itself. To acknowledge says who is at it; it ends nothing and lets nothing go on. */
export const alarmsProcedures = {
  'alarms.list': {
    input: z.strictObject({ state: z.enum(['open', 'acknowledged']), cursor, limit }),
    output: z.strictObject({ alarms: z.array(alarm), nextCursor }),
    permission: 'alarms.read',
    mutating: false,
  },
  /** `NOT_FOUND`; `ALREADY_DECIDED` when somebody else was first. */
  'alarms.acknowledge': {
    input: z.strictObject({ alarmId: z.string().min(1).max(128), note: reason }),
    output: empty,
    permission: 'alarms.acknowledge',
    mutating: true,
  },
} as const satisfies Record<string, StaffProcedureContract>;
