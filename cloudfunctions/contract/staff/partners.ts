import * as z from 'zod';
import { beijingDay, reason, requested, type StaffProcedureContract, shownText } from './shapes';

const partnerId = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, '合作方编号应为 2–31 位小写字母、数字或连字符');

const settings = {
  name: shownText(z.string().trim().min(2).max(30)),
  city: z.string().min(1).max(40),
  modes: z.array(z.string().max(20)).min(1, '请至少选择一种出行方式').max(10),
  /** Requests a minute that are taken from him. */
  requestsAMinute: z.int().min(1).max(6000),
  state: z.enum(['sandbox', 'live', 'stopped']),
};

const partner = z.strictObject({
  partnerId,
  ...settings,
  /** Live secrets by their last four characters; two while one replaces the other. `sinceMs` 0: since the deployment. */
  secrets: z.array(z.strictObject({ ending: z.string(), sinceMs: z.int(), endsAtMs: z.int().nullable() })),
  /** A new secret was agreed to and waits for me, who asked for it. */
  secretToCollect: z.boolean(),
  /** To the minute. */
  lastRequestAtMs: z.int().nullable(),
  pendingApprovalId: z.string().nullable(),
});

export const partnersProcedures = {
  'partners.list': {
    input: z.strictObject({}),
    output: z.strictObject({
      partners: z.array(partner),
      cities: z.array(z.string()),
      modes: z.array(z.string()),
    }),
    permission: 'partners.read',
    mutating: false,
  },
  /** A new partner, or another's new settings. */
  'partners.requestChange': {
    input: z.strictObject({ partnerId, ...settings, reason }),
    output: requested,
    permission: 'partners.edit',
    mutating: true,
  },
  /** Asks for a new secret; the old one stays good for seven days after it was collected. */
  'partners.requestRotation': {
    input: z.strictObject({ partnerId, reason }),
    output: requested,
    permission: 'partners.edit',
    mutating: true,
  },
  /** The new secret, once, by who asked for it. `NOT_FOUND` when there is none to collect. */
  'partners.collectSecret': {
    input: z.strictObject({ partnerId }),
    output: z.strictObject({ secret: z.string(), oldEndsAtMs: z.int().nullable() }),
    permission: 'partners.edit',
    mutating: true,
  },
  /** What we have of a Beijing day, to be compared with the partner's own numbers. */
  'partners.day': {
    input: z.strictObject({ partnerId, day: beijingDay }),
    output: z.strictObject({
      day: z.string(),
      accepted: z.strictObject({ count: z.int(), grams: z.int(), ticketsHash: z.string() }),
      reversed: z.int(),
      pending: z.int(),
      refused: z.int(),
      /** The day has more rides than were counted. */
      more: z.boolean(),
    }),
    permission: 'partners.reconcile',
    mutating: false,
  },
} as const satisfies Record<string, StaffProcedureContract>;
