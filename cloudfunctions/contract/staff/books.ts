import * as z from 'zod';
import {
  beijingDay,
  cursor,
  nextCursor,
  reason,
  requested,
  type StaffProcedureContract,
  uid,
} from './shapes';

/** `user:<uid>`, `pool:sz-2021:2026-11`, `campaign:<id>#03`, `merchant:<id>`, `enterprise:<id>`; or a rider's number. */
const accountId = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z][0-9A-Za-z:#_-]{3,79}$/, '请输入会员编号或账户名');
const entryKey = z.string().min(3).max(200);
const hash = z.string();
const positive = z.int().min(1);

const kinds = ['carbon', 'bonus'] as const;
const kindBalance = z.strictObject({ available: z.int(), held: z.int(), debt: z.int() });
const amounts = z.strictObject({ carbon: z.int(), bonus: z.int() });
const lot = z.strictObject({
  kind: z.enum(kinds),
  origin: z.string(),
  /** Month `YYYY-MM`, or `-` outside of riders' accounts. */
  expiresOn: z.string(),
  /** Day until which a carbon lot may still be reversed; null for one that has settled. */
  settlesOn: z.string().nullable(),
  amount: positive,
});
const reference = z.strictObject({ type: z.string(), id: z.string() });

const account = z.strictObject({
  accountId: z.string(),
  /** Of a rider's account; null for any other. */
  uid: z.string().nullable(),
  seq: z.int(),
  head: hash,
  updatedAtMs: z.int(),
  /** A rider whose data was deleted: nothing can be credited any more. */
  isClosed: z.boolean(),
  balance: z.strictObject({ carbon: kindBalance, bonus: kindBalance }),
  lots: z.array(lot),
  holds: z.array(z.strictObject({ key: z.string(), deadlineMs: z.int(), reference, amounts })),
  debts: z.array(z.strictObject({ kind: z.enum(kinds), origin: z.string(), amount: positive })),
  /** Of a pool: how many grams ever came in and left. */
  serials: z.strictObject({ issued: z.int(), left: z.int() }).nullable(),
  pendingApprovalId: z.string().nullable(),
});

const line = z.strictObject({
  key: z.string(),
  seq: z.int(),
  reason: z.string(),
  reference,
  /** What it changed of what the account has available. */
  change: amounts,
  atMs: z.int(),
  previousHash: hash,
  hash,
});

/** Why bonus is given; riders read the words that belong to it. */
export const creditOccasions = ['missed-reward', 'service', 'activity'] as const;
/** More than this at once is no amends but a campaign, which has a budget of its own. */
export const MOST_MANUAL_CREDIT = 20_000;

/** Whether a ride's document and its entry say the same. */
const mismatch = z.strictObject({
  tripId: z.string(),
  tripGrams: z.int(),
  /** Null: there is no such entry. */
  entryGrams: z.int().nullable(),
  /** Whether the entry was taken back. */
  isReversed: z.boolean(),
});

const flow = z.strictObject({
  account: z.string(),
  kind: z.enum(kinds),
  origin: z.string(),
  amount: z.int(),
});
const seal = z.strictObject({
  root: hash,
  previousRoot: hash.nullable(),
  entryCount: z.int(),
  lateCount: z.int(),
  accounts: z.int(),
  sealedAtMs: z.int(),
});

/** The ledger as staff see it, and what they may ask to correct. Each look at an account leaves an audit entry. */
export const booksProcedures = {
  /** Null where there is neither such an account nor such a rider. */
  'books.account': {
    input: z.strictObject({ accountId }),
    output: z.strictObject({ account: account.nullable() }),
    permission: 'books.read',
    audited: 'reads',
    mutating: false,
  },
  /** Latest first. Of an account that is no rider's only entries that touch no rider: theirs are in the riders' accounts. */
  'books.entries': {
    input: z.strictObject({ accountId, cursor, limit: z.int().min(1).max(50).default(20) }),
    output: z.strictObject({ entries: z.array(line), nextCursor }),
    permission: 'books.read',
    audited: 'reads',
    mutating: false,
  },
  /** The entry as it is stored, so that the phone computes its hash itself. `NOT_FOUND`. */
  'books.entry': {
    input: z.strictObject({ entryKey }),
    output: z.strictObject({
      entry: z.looseObject({ _id: z.string(), account: z.string() }),
      /** `none`: it credited no rider; `reversed`: it was taken back already, by the entry `reversalKey`. */
      reversal: z.enum(['possible', 'none', 'reversed']),
      reversalKey: z.string().nullable(),
      pendingApprovalId: z.string().nullable(),
    }),
    permission: 'books.read',
    audited: 'reads',
    mutating: false,
  },
  /** Bonus for a rider, once two have agreed. `NOT_FOUND`, `INVALID_INPUT` for a closed account, `OWN_REQUEST` for oneself. */
  'books.requestCredit': {
    input: z.strictObject({
      uid,
      amount: z
        .int('应为整数')
        .min(1, '至少 1 积分')
        .max(MOST_MANUAL_CREDIT, `一次最多 ${MOST_MANUAL_CREDIT} 积分`),
      occasion: z.enum(creditOccasions),
      reason,
    }),
    output: requested,
    permission: 'books.credit',
    mutating: true,
  },
  /** Takes an entry back, once two have agreed. `NOT_FOUND`; `INVALID_INPUT` for one that cannot be, with why. */
  'books.requestReversal': {
    input: z.strictObject({ entryKey, reason }),
    output: requested,
    permission: 'books.reverse',
    mutating: true,
  },
  /** Whether riders may spend, and why not. */
  'books.payingOut': {
    input: z.strictObject({}),
    output: z.strictObject({
      isPaying: z.boolean(),
      reason: z.string().nullable(),
      sinceMs: z.int(),
      pendingApprovalId: z.string().nullable(),
    }),
    permission: 'alarms.read',
    mutating: false,
  },
  /** Lets riders spend again after a stop, once two have agreed. `INVALID_INPUT` where nothing is stopped, `LEDGER_UNSOLVED`. */
  'books.requestResume': {
    input: z.strictObject({ reason }),
    output: requested,
    permission: 'books.resume',
    mutating: true,
  },
  /** A sealed Beijing day; `seal` is null until it is sealed. */
  'books.day': {
    input: z.strictObject({ day: beijingDay }),
    output: z.strictObject({
      day: z.string(),
      seal: seal.nullable(),
      auditSeal: seal.nullable(),
      /** What the sealed entries moved into each open account; negative: out of it. */
      flows: z.array(flow),
      /** Entries of the day now; more than the seal counted are late ones, for a later seal. */
      entryCount: z.int(),
    }),
    permission: 'books.reconcile',
    mutating: false,
  },
  /** A page of a partner's rides of a day, each beside its ledger entry: the caller adds the pages up. */
  'books.reconcile': {
    input: z.strictObject({ partnerId: z.string().max(40), day: beijingDay, cursor }),
    output: z.strictObject({
      trips: z.int(),
      tripGrams: z.int(),
      entries: z.int(),
      entryGrams: z.int(),
      reversed: z.int(),
      mismatches: z.array(mismatch),
      nextCursor,
    }),
    permission: 'books.reconcile',
    mutating: false,
  },
} as const satisfies Record<string, StaffProcedureContract>;
