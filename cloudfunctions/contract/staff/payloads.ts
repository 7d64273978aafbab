import * as z from 'zod';
import { creditOccasions } from './books';
import { fundSettings } from './funds';
import { voucher } from './merchants';
import { certificateTexts } from './pools';

/**
 * What is frozen when an approval is asked for: by its hash it is read, decided and carried out. A field is never
 * renamed, open approvals carry it.
 */

export const parametersChangePayload = z.strictObject({
  /** The version to be added: one above the latest. */
  version: z.int(),
  /** The version whose values are changed. */
  basedOn: z.int(),
  changes: z.array(z.strictObject({ path: z.string(), before: z.int(), after: z.int() })).min(1),
  /** Not before then; null for as soon as possible. */
  activeFromMs: z.int().nullable(),
});
export type ParametersChangePayload = z.infer<typeof parametersChangePayload>;

const milligrams = z.int().min(0);
const facts = {
  mode: z.enum(['metro', 'bus', 'shared-bike', 'shared-e-bike', 'nev', 'carpool']),
  year: z.string(),
  source: z.string(),
  standing: z.enum(['official', 'secondary', 'derived']),
  note: z.string(),
};

const factorSet = z.strictObject({
  _id: z.string(),
  city: z.string(),
  name: z.string(),
  validFromDay: z.string(),
  validToDay: z.null(),
  uncertaintyNote: z.string(),
  rows: z.array(
    z.discriminatedUnion('form', [
      z.strictObject({ form: z.literal('reduction'), reductionMilligramsPerKm: milligrams, ...facts }),
      z.strictObject({
        form: z.literal('baseline-emission'),
        baselineMilligramsPerKm: milligrams,
        emissionMilligramsPerKm: milligrams,
        ...facts,
      }),
    ]),
  ),
});

export const factorsImportPayload = z.strictObject({
  set: factorSet,
  /** How many imports of the city there had been when it was compared. */
  afterImports: z.int(),
});
export type FactorsImportPayload = z.infer<typeof factorsImportPayload>;

export const partnersChangePayload = z.strictObject({
  partnerId: z.string(),
  name: z.string(),
  city: z.string(),
  modes: z.array(z.string()).min(1),
  requestsAMinute: z.int(),
  state: z.enum(['sandbox', 'live', 'stopped']),
  /** The version of the partner that it was compared with; 0 for a partner without a document. */
  version: z.int(),
});
export type PartnersChangePayload = z.infer<typeof partnersChangePayload>;

export const partnersRotatePayload = z.strictObject({
  partnerId: z.string(),
  name: z.string(),
  version: z.int(),
});
export type PartnersRotatePayload = z.infer<typeof partnersRotatePayload>;

/** How many have to agree: two, or one where a team is smaller. */
const agreeing = z.int().min(1).max(2);

export const booksCreditPayload = z.strictObject({
  uid: z.string(),
  amount: z.int().min(1),
  occasion: z.enum(creditOccasions),
  agreeing,
});
export type BooksCreditPayload = z.infer<typeof booksCreditPayload>;

export const booksReversalPayload = z.strictObject({
  entryKey: z.string(),
  uid: z.string(),
  /** The ride that the entry is of, which is taken back with it; null without one. */
  tripId: z.string().nullable(),
  agreeing,
});
export type BooksReversalPayload = z.infer<typeof booksReversalPayload>;

export const booksResumePayload = z.strictObject({
  /** Since when it stands still: what has been stopped again since then is not what was read. */
  sinceMs: z.int(),
  agreeing,
});
export type BooksResumePayload = z.infer<typeof booksResumePayload>;

export const poolsRetirementPayload = z.strictObject({
  origin: z.string(),
  amount: z.int().min(1),
  ...certificateTexts,
  /** The last number that had left the pool: the retired ones follow it. */
  leftBefore: z.int().min(0),
  agreeing,
});
export type PoolsRetirementPayload = z.infer<typeof poolsRetirementPayload>;

export const fundsChangePayload = z.strictObject({
  fundId: z.string(),
  ...fundSettings,
  /** The version of the fund that it was compared with; null for a fund that is to come. */
  version: z.int().nullable(),
});
export type FundsChangePayload = z.infer<typeof fundsChangePayload>;

export const merchantsSettlementPayload = z.strictObject({
  merchantId: z.string(),
  name: z.string(),
  amount: z.int().min(1),
  voucher,
  agreeing,
});
export type MerchantsSettlementPayload = z.infer<typeof merchantsSettlementPayload>;
