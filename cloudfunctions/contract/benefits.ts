import * as z from 'zod';
import { page } from './page';
import type { ProcedureContract } from './procedure';

const amount = z.int().min(0);

const offer = z.strictObject({
  offerId: z.string(),
  partnerId: z.string(),
  partnerName: z.string(),
  name: z.string(),
  description: z.string(),
  price: z.int().positive(),
  /** Nobody has agreed to anything; its name says so too. */
  isExample: z.boolean(),
});

const benefit = z.strictObject({
  benefitId: z.string(),
  offerId: z.string(),
  offerName: z.string(),
  partnerId: z.string(),
  /** Last characters of the card that gets it. */
  label: z.string(),
  amounts: z.strictObject({ carbon: amount, bonus: amount }),
  /** `ordered`: set aside. `given`: confirmed by the partner. `refused`: by the partner. `returned`: its time ran out. */
  state: z.enum(['ordered', 'given', 'refused', 'returned']),
  orderedAtMs: z.int(),
  deadlineMs: z.int(),
  endedAtMs: z.int().nullable(),
  /** The partner's number of what he gave, or why he gave nothing. */
  partnerNote: z.string().nullable(),
});

export const benefitsProcedures = {
  /** What credits can be turned into, the rider's cards that can get it, and whether it can be done now. */
  'benefits.offers': {
    input: z.strictObject({}),
    output: z.strictObject({
      offers: z.array(offer),
      cards: z.array(z.strictObject({ bindingId: z.string(), partnerId: z.string(), label: z.string() })),
      spendingGoesOn: z.boolean(),
    }),
    mutating: false,
  },
  /** Sets the price aside; the partner confirms it within a day, or it comes back. */
  'benefits.order': {
    input: z.strictObject({
      offerId: z.string().min(1).max(40),
      bindingId: z.string().min(1).max(200),
      /** As it was shown: another is not taken. */
      price: z.int().positive(),
    }),
    output: z.strictObject({ benefit }),
    mutating: true,
  },
  /** The rider's benefits, latest first; `cursor` is the `nextCursor` of the page before. */
  'benefits.list': {
    input: page,
    output: z.strictObject({ benefits: z.array(benefit), nextCursor: z.string().nullable() }),
    mutating: false,
  },
} as const satisfies Record<string, ProcedureContract>;
