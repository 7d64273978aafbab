import * as z from 'zod';
import { cursor, limit, nextCursor, type StaffProcedureContract } from './shapes';

/** An entry of the audit log as it is stored: what the chain's hash covers, and the chain. Personal data are masked. */
const entry = z.strictObject({
  _id: z.string(),
  /** The chain it stands in, `staff:<id>` for instance, and its number there. */
  account: z.string(),
  seq: z.int(),
  /** `<atMs, 15 digits>-<_id>`: sorts like the time, and no two entries share one. */
  timeline: z.string(),
  atMs: z.int(),
  day: z.string(),
  /** A staff id, `applicant:…`, `outsider:…` (a keyed digest) or `system`. */
  actorId: z.string(),
  roles: z.array(z.string()),
  action: z.string(),
  permission: z.string().nullable(),
  target: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  reason: z.string().nullable(),
  requestId: z.string().nullable(),
  result: z.enum(['done', 'denied']),
  code: z.string().nullable(),
  flags: z.array(z.string()),
  chain: z.array(
    z.strictObject({ account: z.string(), seq: z.int(), previousHash: z.string(), hash: z.string() }),
  ),
});
export type AuditEntryView = z.infer<typeof entry>;

/** All given conditions hold; times in milliseconds, `fromMs` included, `toMs` not. */
const filter = {
  actorId: z.string().max(80).optional(),
  action: z.string().max(80).optional(),
  target: z.string().max(200).optional(),
  fromMs: z.int().min(0).optional(),
  toMs: z.int().min(0).optional(),
};

export const auditProcedures = {
  /** Latest first. `names` says who the actors of this page are. */
  'audit.search': {
    input: z.strictObject({ ...filter, cursor, limit }),
    output: z.strictObject({
      entries: z.array(entry),
      names: z.record(z.string(), z.string()),
      nextCursor,
    }),
    permission: 'audit.read',
    mutating: false,
  },
  /** A part of the export as a text, up to 1,000 entries; go on with the cursor. CSV has its header in the first part. */
  'audit.export': {
    input: z.strictObject({ ...filter, format: z.enum(['csv', 'json-lines']), cursor }),
    output: z.strictObject({ text: z.string(), entries: z.int(), nextCursor }),
    permission: 'audit.export',
    audited: 'reads',
    mutating: false,
  },
  /** The heads of all chains, for who recomputes them. */
  'audit.chains': {
    input: z.strictObject({ cursor }),
    output: z.strictObject({
      chains: z.array(z.strictObject({ account: z.string(), seq: z.int(), head: z.string() })),
      nextCursor,
    }),
    permission: 'audit.verify',
    mutating: false,
  },
  /** Entries of one chain in order, from after `afterSeq` on, up to 200. */
  'audit.chain': {
    input: z.strictObject({ account: z.string().max(80), afterSeq: z.int().min(0) }),
    output: z.strictObject({ entries: z.array(entry), more: z.boolean() }),
    permission: 'audit.verify',
    mutating: false,
  },
} as const satisfies Record<string, StaffProcedureContract>;
