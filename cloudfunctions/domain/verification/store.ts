import type { ChainReplayState } from '../../../miniprogram/proof/replay';
import type { findingCodes } from '../../contract/open-ledger';
import { collectionOf } from '../../platform';

export type FindingCode = (typeof findingCodes)[number];

/** Something that is wrong with the ledger. */
export interface Finding {
  code: FindingCode;
  account: string | null;
  /** Of the entry, where it is one entry's fault. */
  key: string | null;
  seq: number | null;
  /** The entry's or the seal's. */
  day: string | null;
  /** In words, for who looks into it. */
  problem: string;
}

export interface KeptFinding extends Finding {
  /** Made of what is wrong and where: found again, it is the same. */
  _id: string;
  foundAtMs: number;
  seenAtMs: number;
  /** False once a walk through the whole ledger has not met it any more. */
  isPresent: boolean;
}

/** Credits of one kind and origin at one place, such as `users` or `pools`; `mint` is where all come from. */
export interface PlaceSum {
  place: string;
  kind: string;
  origin: string;
  amount: number;
}

/** What some of a sealed day's leaves add up to. Follows from leaves, entries and checkpoints: made again, it is the same. */
export interface DayPart {
  /** `<day>:<number of the chunk, 6 digits>`. */
  _id: string;
  sums: PlaceSum[];
  tripGrams: number;
  forgottenGrams: number;
  entries: number;
  /** Links of these entries in accounts' chains, and entries that accounts were replayed with: in the end as many. */
  links: number;
  replayed: number;
  newAccounts: number;
  /** Entries that are in the chain of an account which is not their own: where that account's replay finds them. */
  elsewhere: { account: string; key: string }[];
  expiresAtMs: number;
}

/** Where the replay of an account has come to. */
export interface Checkpoint {
  /** The account. */
  _id: string;
  /** The sealed day up to whose head it was replayed. */
  day: string;
  state: ChainReplayState;
  /** What it had at the checkpoint before, so that the difference can be made again. */
  before: { sums: PlaceSum[]; seq: number };
  /** Entries of others' that are in its chain and were too early for this checkpoint. */
  pending: string[];
}

/** The ledger as a whole at the end of a sealed day. Written once and never changed. */
export interface Totals {
  /** The day. */
  _id: string;
  /** Of the day's seal. */
  root: string;
  sums: PlaceSum[];
  /** Grams of trips as trips say, and of these those of forgotten trips, as entries say. */
  tripGrams: number;
  forgottenGrams: number;
  entries: number;
  /** See `DayPart`. */
  links: number;
  replayed: number;
  accounts: number;
  checkedAtMs: number;
}

/** How far the checks have come. */
export interface VerificationState {
  _id: 'state';
  /** The walk through the whole ledger that ended last. */
  wholeAtMs: number | null;
  wholeEntries: number;
}

export const findings = collectionOf<KeptFinding>('ledger_findings');
export const totals = collectionOf<Totals>('ledger_totals');
export const verificationState = collectionOf<VerificationState>('ledger_verification');
export const parts = collectionOf<DayPart>('ledger_day_parts');
export const checkpoints = collectionOf<Checkpoint>('ledger_checkpoints');
