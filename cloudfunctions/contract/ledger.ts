import * as z from 'zod';
import type { ProcedureContract } from './procedure';
import { place } from './rides';

/** Amounts are integers in credits; 1 carbon credit is 1 g CO2e. */
const amount = z.int().min(0);

const kindBalance = z.strictObject({
  available: amount,
  held: amount,
  debt: amount,
  /** The available credits by month of expiry, `YYYY-MM`. */
  availableByExpiry: z.record(z.string(), z.int().positive()),
});

export const balance = z.strictObject({ carbon: kindBalance, bonus: kindBalance });

/** What an entry is about; `entry` is one that is taken back, `hold` one that is posted or voided. */
const referenceType = z.enum([
  'trip',
  'own-trip',
  'entry',
  'hold',
  'order',
  'donation',
  'benefit',
  'campaign',
  'merchant',
  'month',
  'intake',
  'certificate',
  'steps',
  'approval',
  'account',
  'plan',
]);

export const entry = z.strictObject({
  key: z.string(),
  account: z.string(),
  seq: z.int().positive(),
  reason: z.string(),
  reference: z.strictObject({ type: referenceType, id: z.string() }),
  postings: z.array(
    z.strictObject({
      source: z.string(),
      destination: z.string(),
      kind: z.enum(['carbon', 'bonus']),
      lots: z.array(
        z.strictObject({ origin: z.string(), expiresOn: z.string(), amount: z.int().positive() }),
      ),
    }),
  ),
  balanceAfter: balance,
  atMs: z.int(),
  /** Beijing day of `atMs`. */
  day: z.string(),
});

/** The trip that an entry credits or takes back, as people know it. */
const namedTrip = z.strictObject({ mode: z.string(), entry: place, exit: place, fromMs: z.int() });

/** The whole document as it was hashed: what the phone needs to check a link by itself. */
export const provenEntry = z.looseObject({
  _id: z.string(),
  account: z.string(),
  seq: z.int().positive(),
  chain: z.array(
    z.strictObject({ account: z.string(), seq: z.int(), previousHash: z.string(), hash: z.string() }),
  ),
});

/** What came to the account and what left it, in credits of one kind. */
const monthSum = z.strictObject({ received: amount, left: amount });

/** An entry with its trip; null where none was asked for, none belongs to it, or it has been forgotten. */
const statementEntry = entry.extend({ trip: namedTrip.nullable() });

/** What somebody wrote to search for, as the phone understands it: an entry is found by any of these. */
const words = z.strictObject({
  station: z.string().trim().min(1).max(20).optional(),
  reasons: z.array(z.string().max(40)).max(40).optional(),
  modes: z.array(z.string().max(40)).max(10).optional(),
  amount: amount.optional(),
  /** A Beijing day or month, of the entry or of its trip. */
  when: z
    .string()
    .regex(/^\d{4}-\d{2}(-\d{2})?$/, '日期格式应为 YYYY-MM-DD 或 YYYY-MM')
    .optional(),
});

const beijingMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份格式应为 YYYY-MM');

const beijingDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期格式应为 YYYY-MM-DD');

export const ledgerProcedures = {
  /** The balance now, or at the beginning of a Beijing day. */
  'ledger.balance': {
    input: z.strictObject({ day: beijingDay.optional() }),
    output: z.strictObject({ account: z.string(), atMs: z.int(), balance }),
    mutating: false,
  },
  /**
   * Entries, latest first, a page at a time; `show` leaves only those that move one kind, or those that take credits of
   * an earlier entry back. With `trips` each entry comes with its trip: one database call more, for who shows them.
   */
  'ledger.statement': {
    input: z.strictObject({
      show: z.enum(['carbon', 'bonus', 'taken-back']).optional(),
      cursor: z.int().positive().optional(),
      /** 200 for who reads all of it, as an export does. */
      limit: z.int().min(1).max(200).default(20),
      trips: z.boolean().default(false),
    }),
    output: z.strictObject({
      account: z.string(),
      entries: z.array(statementEntry),
      nextCursor: z.int().positive().nullable(),
    }),
    mutating: false,
  },
  /**
   * Goes through the next 500 entries, latest first, and answers those that are asked for, 100 at the most; whoever
   * wants all goes on with the cursor. Everything that is given has to hold.
   */
  'ledger.search': {
    input: z.strictObject({
      anyOf: words.optional(),
      month: beijingMonth.optional(),
      direction: z.enum(['in', 'out']).optional(),
      leastAmount: z.int().positive().optional(),
      cursor: z.int().positive().optional(),
    }),
    output: z.strictObject({
      entries: z.array(statementEntry),
      /** How many entries this call has gone through. */
      looked: z.int().min(0),
      nextCursor: z.int().positive().nullable(),
    }),
    mutating: false,
  },
  /** What came and went in each month of a Beijing year, as `ledger.months` counts it, and when the account began. */
  'ledger.year': {
    input: z.strictObject({ year: z.int().min(2020).max(2100) }),
    output: z.strictObject({
      firstDay: z.string().nullable(),
      months: z
        .array(
          z.strictObject({
            month: z.string(),
            entries: z.int().min(0),
            carbon: monthSum,
            bonus: monthSum,
          }),
        )
        .length(12),
    }),
    mutating: false,
  },
  /** What came and went in each of these months, by the time of the entries. */
  'ledger.months': {
    input: z.strictObject({ months: z.array(beijingMonth).min(1).max(6) }),
    output: z.strictObject({
      months: z.array(z.strictObject({ month: z.string(), carbon: monthSum, bonus: monthSum })),
    }),
    mutating: false,
  },
  /** One entry of the rider's own account as it stands in the ledger. */
  'ledger.entry': {
    input: z.strictObject({ key: z.string().min(1).max(200) }),
    output: z.strictObject({ entry: provenEntry }),
    mutating: false,
  },
} as const satisfies Record<string, ProcedureContract>;
