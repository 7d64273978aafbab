import * as z from 'zod';
import type { ProcedureContract } from './procedure';

/** Amounts are integers in credits; 1 carbon credit is 1 g CO2e. */
const amount = z.int().min(0);
const beijingDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期格式应为 YYYY-MM-DD');
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const kind = z.enum(['carbon', 'bonus']);

/** What one day of the ledger was when it was sealed: the Merkle root over its leaves, that of the day before inside. */
export const seal = z.strictObject({
  day: beijingDay,
  root: hash,
  /** Null for the first seal of all. */
  previousRoot: hash.nullable(),
  leafCount: amount,
  entryCount: amount,
  /** Entries of earlier days that came after the seals of those. */
  lateCount: amount,
  /** How many accounts the day's entries touched. */
  accounts: amount,
  sealedAtMs: z.int(),
});

/**
 * Where credits are that have been minted. `users` can be spent, `held` is set aside for an order, `debt` is owed by
 * riders and counts negative. `intake` waits for its seal, `pools` are grams with serial numbers. From `retired` on they
 * are out of the world.
 */
export const creditPlaces = [
  'users',
  'held',
  'debt',
  'campaigns',
  'intake',
  'pools',
  'enterprises',
  'merchants',
  'retired',
  'expired',
  'settled',
  'deleted',
  'written-off',
  'other',
] as const;

/** Both sides of the conservation of one kind; `holds` says whether `minted` equals `total`. */
const equation = z.strictObject({
  kind,
  minted: z.int(),
  /** Every place that is not empty, in the order of `creditPlaces`; `debt` is negative. Their sum is `total`. */
  places: z.array(z.strictObject({ place: z.enum(creditPlaces), amount: z.int() })),
  total: z.int(),
  holds: z.boolean(),
});

/** The ledger as a whole at the end of a sealed day. */
const equations = z.strictObject({
  day: beijingDay,
  checkedAtMs: z.int(),
  kinds: z.array(equation),
  /**
   * Carbon minted, as entries say, and grams of valid trips, as trips say. Trips that riders have had forgotten count as
   * their entries say: `forgottenGrams` of the grams are of this sort, and can only be believed.
   */
  trips: z.strictObject({
    minted: z.int(),
    grams: z.int(),
    forgottenGrams: z.int(),
    holds: z.boolean(),
  }),
});

/** What can be wrong: see the texts of the page that shows it. */
export const findingCodes = [
  /** The entry is not the one that was hashed. */
  'CHANGED',
  /** The entry does not name the hash of the one before it. */
  'BROKEN_LINK',
  /** A number of the chain is missing before the entry. */
  'MISSING',
  /** What the entry says the balance is afterwards is not what postings add up to. */
  'WRONG_BALANCE',
  /** The entry does what no entry may: it takes more than there is, or touches another rider. */
  'FORBIDDEN',
  /** The account's document is not what its entries lead to. */
  'WRONG_ACCOUNT',
  /** The entry, or the history of its account, is not what was sealed. */
  'NOT_AS_SEALED',
  /** An entry that was sealed is gone. */
  'SEALED_AND_GONE',
  /** An entry of a sealed day is in no seal. */
  'NOT_SEALED',
  /** The seal does not follow from its leaves, its sums not from its entries, or it does not follow the seal before. */
  'WRONG_SEAL',
  /** A trip's grams are not those that its entry credits. */
  'WRONG_TRIP',
  /** A bonus is not what its own trip, steps or plan say. */
  'WRONG_BONUS',
  /** The two sides of a day's equation differ. */
  'NOT_CONSERVED',
] as const;

export const finding = z.strictObject({
  code: z.enum(findingCodes),
  /** The entry, where it is one entry's fault; of ids of people just the end. */
  key: z.string().nullable(),
  /** Its number in the account. */
  seq: z.int().nullable(),
  /** The entry's or the seal's day, where it is known. */
  day: z.string().nullable(),
  foundAtMs: z.int(),
});

/** What the operator's own checks have seen last; `unchecked` before the first. */
const verification = z.strictObject({
  state: z.enum(['unchecked', 'sound', 'failed']),
  /** The last sealed day whose entries were replayed, document by document. */
  checkedDay: z.string().nullable(),
  checkedAtMs: z.int().nullable(),
  /** Entries and accounts checked so far, each once. */
  entries: amount,
  accounts: amount,
  /** When the last walk through the whole ledger, from the first entry on, ended; null before the first. */
  wholeAtMs: z.int().nullable(),
  wholeEntries: amount,
  findings: z.array(finding),
  /** All of them; only the first twenty are listed. */
  findingCount: amount,
});

const factorSet = z.strictObject({
  setId: z.string(),
  setName: z.string(),
  validFromDay: z.string(),
  validToDay: z.string().nullable(),
  sources: z.array(z.string()),
  uncertaintyNote: z.string(),
});

/** Grams of one factor set and vintage month: numbers 1 to `issued` came in, 1 to `left` have left, in that order. */
const pool = z.strictObject({
  origin: z.string(),
  setId: z.string(),
  vintage: z.string(),
  issued: amount,
  left: amount,
});

/** Consecutive numbers of a pool that were retired by one entry. */
export const retirement = z.strictObject({
  origin: z.string(),
  from: z.int().positive(),
  to: z.int().positive(),
  amount: z.int().positive(),
  /** Whose emissions it makes good, and what for, as the entry says it; null where it says nothing. */
  beneficiary: z.string().nullable(),
  purpose: z.string().nullable(),
  atMs: z.int(),
  entryKey: z.string(),
});

export const openLedgerProcedures = {
  /** Everything on the page 开放账本: no sign-in, no consent, nobody's own data. */
  'openLedger.read': {
    input: z.strictObject({}),
    output: z.strictObject({
      atMs: z.int(),
      /** The last ten, the latest first; empty before the first sealed day. */
      seals: z.array(seal),
      /** Null until the first sealed day has been checked. */
      equations: equations.nullable(),
      verification,
      /** Whether credits can be set aside, spent and paid as rewards; earning always goes on. */
      payingOut: z.strictObject({ goesOn: z.boolean(), sinceMs: z.int() }),
      factorSets: z.array(factorSet),
      pools: z.array(pool),
      /** The latest twenty. */
      retired: z.array(retirement),
      /** From where on there are more of them; null where there are none. */
      retiredBefore: z.int().nullable(),
    }),
    mutating: false,
  },
  /** What was retired before an instant, the latest first, a page at a time. */
  'openLedger.retired': {
    input: z.strictObject({ before: z.int(), limit: z.int().min(1).max(50).default(20) }),
    output: z.strictObject({ retired: z.array(retirement), nextBefore: z.int().nullable() }),
    mutating: false,
  },
  /** Seals of the days before `before`, the latest first, a page at a time. */
  'openLedger.seals': {
    input: z.strictObject({ before: beijingDay.optional(), limit: z.int().min(1).max(60).default(30) }),
    output: z.strictObject({ seals: z.array(seal), nextBefore: beijingDay.nullable() }),
    mutating: false,
  },
} as const satisfies Record<string, ProcedureContract>;
