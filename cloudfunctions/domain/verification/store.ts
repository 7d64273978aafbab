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

/** The ledger as a whole at the end of a sealed day. Written once and never changed. */
export interface Totals {
  /** The day. */
  _id: string;
  sums: PlaceSum[];
  /** Grams of trips as trips say, and of these those of forgotten trips, as entries say. */
  tripGrams: number;
  forgottenGrams: number;
  /** Entries, and links of entries in accounts' chains, that were sealed until then. */
  entries: number;
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
