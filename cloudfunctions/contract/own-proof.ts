import * as z from 'zod';
import { provenEntry } from './ledger';
import { seal } from './open-ledger';
import type { ProcedureContract } from './procedure';

const amount = z.int().min(0);
const beijingDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期格式应为 YYYY-MM-DD');

/** All that `isIncluded` of `proof/` asks for; the leaf's hash is that of `text`. */
const leafProof = z.strictObject({
  /** The seal's day; a later one than the entry's when the entry came late. */
  sealedOn: z.string(),
  text: z.string(),
  index: z.int().min(0),
  size: z.int().positive(),
  path: z.array(z.string()),
  root: z.string(),
});

/** Numbers of a pool. */
const range = z.strictObject({ from: z.int().positive(), to: z.int().positive() });

/** A day's intake that some of the rider's grams went into, together with those of others. */
const intake = z.strictObject({
  day: beijingDay,
  /** The rider's own grams. */
  amount: z.int().positive(),
  /** Everybody's grams that have come from this intake into the pool; 0 while it waits for its seal. */
  pooled: amount,
  /** Their numbers. Only where `amount` equals `pooled` are they the rider's alone, else his share cannot be told apart. */
  serials: z.array(range),
  /** Of these numbers: retired, and handed to enterprises that may still retire them. */
  retired: amount,
  withEnterprises: amount,
  /** For whom numbers of this intake were retired, in their order. */
  retirements: z.array(
    z.strictObject({ amount: z.int().positive(), beneficiary: z.string().nullable(), atMs: z.int() }),
  ),
});

export const ownProofProcedures = {
  /** The rider's own entries after number `afterSeq`, ascending, as they were hashed. */
  'ledger.chain': {
    input: z.strictObject({
      afterSeq: z.int().min(0).default(0),
      limit: z.int().min(1).max(50).default(50),
    }),
    output: z.strictObject({
      account: z.string(),
      entries: z.array(provenEntry),
      /** The account's document, read before the entries: the chain has to lead to this end. Null without an account. */
      end: z
        .strictObject({
          seq: amount,
          head: z.string(),
          lots: z.array(z.looseObject({})),
          holds: z.array(z.looseObject({})),
          debts: z.array(z.looseObject({})),
        })
        .nullable(),
    }),
    mutating: false,
  },
  /**
   * What proves that the rider's entries of a day, and the head that his account had at its end, stand under the day's
   * root. An account that the day did not touch has no head in it.
   */
  'ledger.proof': {
    input: z.strictObject({ day: beijingDay }),
    output: z.strictObject({
      account: z.string(),
      /** Null while the day is not sealed; then nothing else is proved either. */
      seal: seal.nullable(),
      /** The first leaf: the root of the day before. */
      previousRoot: leafProof.nullable(),
      /** The first 200 of the day by number; `proof` is null for what stands in no seal yet. */
      entries: z.array(
        z.strictObject({ key: z.string(), seq: z.int(), hash: z.string(), proof: leafProof.nullable() }),
      ),
      head: leafProof.nullable(),
    }),
    mutating: false,
  },
  /** What became of the rider's grams, by factor set and month of travel, the latest month first. */
  'ledger.provenance': {
    input: z.strictObject({}),
    output: z.strictObject({
      account: z.string(),
      origins: z.array(
        z.strictObject({
          origin: z.string(),
          setId: z.string(),
          vintage: z.string(),
          /** Credited for trips. */
          earned: amount,
          /** Taken back with their trips: from credits, or as a debt. */
          takenBack: amount,
          /** In the account, expired ones that are not yet booked out included. */
          available: amount,
          held: amount,
          debt: amount,
          /** Given to repay debts of other origins; negative where those repaid this one. */
          repaid: z.int(),
          /** Left the account for good: into an intake. `earned − takenBack = available + held − debt + repaid + gone`. */
          gone: amount,
          intakes: z.array(intake),
        }),
      ),
      /** False when there are so many entries that the oldest were left out. */
      isWhole: z.boolean(),
    }),
    mutating: false,
  },
} as const satisfies Record<string, ProcedureContract>;
