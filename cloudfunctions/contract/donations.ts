import * as z from 'zod';
import { page } from './page';
import type { ProcedureContract } from './procedure';

const kind = z.enum(['carbon', 'bonus']);
const fundId = z.string().min(1).max(40);
const amount = z.int().min(0);

/** The most that one donation may be; far above what anybody earns in two years. */
const MOST_CREDITS = 10_000_000;

const fund = z.strictObject({
  fundId: z.string(),
  name: z.string(),
  kind: z.enum(['planting', 'transit']),
  /** What is done with it, in a sentence or two. */
  purpose: z.string(),
  /** Null for an example: nobody has agreed to anything, and nothing is done with what is given. */
  organisation: z
    .strictObject({ name: z.string(), creditCode: z.string(), agreement: z.string() })
    .nullable(),
});

const donation = z.strictObject({
  donationId: z.string(),
  fundId: z.string(),
  fundName: z.string(),
  amounts: z.strictObject({ carbon: amount, bonus: amount }),
  /** `held`: can be taken back. `given`: is the fund's. `taken-back`: by the rider. `returned`: its time ran out. */
  state: z.enum(['held', 'given', 'taken-back', 'returned']),
  madeAtMs: z.int(),
  /** Up to then at least it can be taken back. */
  thinkUntilMs: z.int(),
  endedAtMs: z.int().nullable(),
});

export const donationsProcedures = {
  /** Where credits can be given to, and whether they can be now: not while paying out is stopped. */
  'ledger.funds': {
    input: z.strictObject({}),
    output: z.strictObject({ funds: z.array(fund), givingGoesOn: z.boolean() }),
    mutating: false,
  },
  /** Sets credits aside for a fund, in the order of spending, of one kind only when it is named. */
  'ledger.donate': {
    input: z.strictObject({
      fundId,
      kind: kind.optional(),
      amount: z.int().min(1, '至少捐 1 积分').max(MOST_CREDITS, '一次捐得太多了'),
    }),
    output: z.strictObject({ donation }),
    mutating: true,
  },
  /** Takes a donation back while it is held. */
  'ledger.voidDonation': {
    input: z.strictObject({ donationId: z.string().min(1).max(200) }),
    output: z.strictObject({ donation }),
    mutating: true,
  },
  /** The rider's donations, latest first; `cursor` is the `nextCursor` of the page before. */
  'ledger.donations': {
    input: page,
    output: z.strictObject({ donations: z.array(donation), nextCursor: z.string().nullable() }),
    mutating: false,
  },
} as const satisfies Record<string, ProcedureContract>;
