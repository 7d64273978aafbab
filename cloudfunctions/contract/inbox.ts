import * as z from 'zod';
import { page } from './page';
import type { ProcedureContract } from './procedure';

/** Kinds of notices; the mini-program has a text for each. A name is never changed: stored notices carry it. */
export const noticeTemplates = [
  'card-bound',
  'card-unbound-by-partner',
  'trip-reversed',
  'own-trip-replaced',
  'credits-expiring',
  'manual-credit',
  'entry-reversed',
  'donation-given',
  'donation-returned',
  'plan-fulfilled',
  'plan-undone',
  'plans-week',
  'report-paid',
  'report-refused',
  'benefit-given',
  'benefit-refused',
  'benefit-returned',
] as const;
export type NoticeTemplate = (typeof noticeTemplates)[number];

/** What a template's text is filled with. */
const parameters = z.record(z.string(), z.union([z.string(), z.number()]));
export type NoticeParameters = z.infer<typeof parameters>;

const notice = z.strictObject({
  noticeId: z.string(),
  atMs: z.int(),
  template: z.enum(noticeTemplates),
  parameters,
  read: z.boolean(),
});

export const inboxProcedures = {
  /** Latest first; `cursor` is the `nextCursor` of the page before. `unread` counts all notices, not only this page's. */
  'inbox.list': {
    input: page,
    output: z.strictObject({
      notices: z.array(notice),
      nextCursor: z.string().nullable(),
      unread: z.int().min(0),
    }),
    mutating: false,
  },
  /** Marks what was there up to that time; `upToMs` is the `atMs` of the latest notice that was shown. */
  'inbox.markRead': {
    input: z.strictObject({ upToMs: z.int().min(0) }),
    output: z.strictObject({}),
    mutating: true,
  },
} as const satisfies Record<string, ProcedureContract>;
