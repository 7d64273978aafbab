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
  /** How far a partner has come in the sandbox. */
  'partners.trial': {
    input: z.strictObject({ partnerId }),
    output: z.strictObject({
      steps: z.array(
        z.strictObject({
          step: z.enum(['signed', 'batch', 'refusal', 'card', 'reversal', 'day']),
          passedAtMs: z.int().nullable(),
        }),
      ),
      requests: z.array(
        z.strictObject({
          atMs: z.int(),
          route: z.string(),
          outcome: z.string(),
          accepted: z.int().nullable(),
          rejected: z.array(z.string()),
        }),
      ),
    }),
    permission: 'partners.read',
    mutating: false,
  },
  /** What is wrong with a request that a partner has signed, and what would become of its rides. Nothing is taken. */
  'partners.check': {
    input: z.strictObject({
      partnerId,
      method: z.enum(['POST', 'GET']),
      path: z.string().min(1).max(200),
      timestamp: z.string().max(20),
      nonce: z.string().max(100),
      signature: z.string().max(200),
      body: z.string().max(90 * 1024, '请求体最多 90 KB'),
    }),
    output: z.strictObject({
      checks: z.array(
        z.strictObject({
          part: z.enum(['partner', 'timestamp', 'nonce', 'signature', 'body']),
          isGood: z.boolean(),
          advice: z.string(),
        }),
      ),
      /** Of a batch of rides that is signed well. */
      rides: z
        .strictObject({
          accepted: z.int(),
          rejected: z.array(z.strictObject({ ticketId: z.string(), message: z.string() })),
        })
        .nullable(),
    }),
    permission: 'partners.edit',
    mutating: false,
  },
  /** What we have of a Beijing day, to be compared with the partner's own numbers. */
  'partners.day': {
    input: z.strictObject({ partnerId, day: beijingDay }),
    output: z.strictObject({
      day: z.string(),
      accepted: z.strictObject({ count: z.int(), grams: z.int(), ticketsHash: z.string() }),
      received: z.strictObject({ count: z.int(), ticketsHash: z.string() }),
      /** What the partner says he has sent, and whether that is what we received; null where nothing can be compared. */
      stated: z.strictObject({ count: z.int(), ticketsHash: z.string(), statedAtMs: z.int() }).nullable(),
      agrees: z.boolean().nullable(),
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
