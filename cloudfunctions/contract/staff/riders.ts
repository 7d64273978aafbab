import * as z from 'zod';
import { deletion } from '../riders';
import { cursor, limit, nextCursor, type StaffProcedureContract, uid } from './shapes';

const kind = z.strictObject({ available: z.int(), held: z.int(), debt: z.int() });

/** A trip as customer service sees it: no stations, no exact times. */
const trip = z.strictObject({
  tripId: z.string(),
  day: z.string(),
  mode: z.string(),
  state: z.string(),
  grams: z.int(),
  creditedGrams: z.int(),
  /** Why it paid less than its grams or nothing, in words with what the rider can do; null when it paid in full. */
  explanation: z.string().nullable(),
});

/** Riders as customer service sees them: to read only, masked (G12). Each look leaves an audit entry. */
export const staffRidersProcedures = {
  /** By the number that the rider reads out from 我的 (the first eight characters of his id), or the whole id. */
  'riders.find': {
    input: z.strictObject({
      number: z.string().regex(/^[0-9a-z]{8,26}$/, '会员编号是 8–26 位小写字母和数字'),
    }),
    output: z.strictObject({
      rider: z
        .strictObject({
          uid: z.string(),
          sinceMs: z.int(),
          consentGiven: z.boolean(),
          /** The rider has asked for the account to be closed. */
          deletion: deletion.nullable(),
          cards: z.array(z.strictObject({ partnerName: z.string(), label: z.string(), boundAtMs: z.int() })),
          balance: z.strictObject({ carbon: kind, bonus: kind }),
        })
        .nullable(),
      /** Where there is no such rider any more: since when the account is closed. Nothing else is known of it. */
      closed: z.strictObject({ closedAtMs: z.int() }).nullable(),
    }),
    permission: 'riders.read',
    audited: 'reads',
    mutating: false,
  },
  'riders.trips': {
    input: z.strictObject({ uid, cursor, limit }),
    output: z.strictObject({ trips: z.array(trip), nextCursor }),
    permission: 'riders.read',
    audited: 'reads',
    mutating: false,
  },
} as const satisfies Record<string, StaffProcedureContract>;
