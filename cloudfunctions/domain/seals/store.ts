import { collectionOf } from '../../platform';
import type { Flow, Intake, LogKind } from './sealed-log';

/** Late entries, by the day that they are of. */
export interface LateCount {
  day: string;
  count: number;
}

/** What one day of a log was when it was sealed. Written once and never changed. */
export interface Seal {
  /** `<kind>:<day>`. */
  _id: string;
  kind: LogKind;
  day: string;
  root: string;
  /** Of the day before; null for the first seal of all. It is also the first leaf. */
  previousRoot: string | null;
  leafCount: number;
  /** Entries of the day itself. */
  entryCount: number;
  lateCount: number;
  late: LateCount[];
  /** How many accounts the sealed entries touch. */
  accounts: number;
  /** What the sealed entries add to each open account. */
  sums: Flow[];
  sealedAtMs: number;
}

/** Where in the day's leaves to go on; the leaves before it are written and do not change any more. */
export interface Position {
  phase: 'start' | 'entries' | 'late' | 'heads';
  /** Of late entries: the day that they are of. */
  day: string;
  /** Place of the last entry, or name of the last account. */
  after: string;
}

/** The places of the first leaves of each phase in a chunk, null where it has none; a late one's with its day before. */
export interface FirstPlaces {
  entries: string | null;
  late: string | null;
  heads: string | null;
}

/** So many consecutive leaves that they are a perfect subtree; the last chunk of a day may be shorter. Written once. */
export interface Chunk {
  /** `<kind>:<day>:<number, 6 digits>`. */
  _id: string;
  number: number;
  leaves: string[];
  /** Of the subtree. */
  root: string;
  first: FirstPlaces;
  entryCount: number;
  late: LateCount[];
  heads: number;
  /** The latest link of each account that the chunk's entries touch, as `touchedText` writes it. */
  touched: string[];
  sums: Flow[];
  intakes: Intake[];
  /** Where the next chunk begins; null after the last one. */
  next: Position | null;
}

/** Sealed grams of an intake, and whether they are in their pool. */
export interface SealedIntake extends Intake {
  /** `<day of the seal>:<day of the intake>:<origin>`. */
  _id: string;
  sealedOn: string;
  isPooled: boolean;
}

export const seals = collectionOf<Seal>('seals');
export const sealChunks = collectionOf<Chunk>('seal_leaves');
export const sealedIntakes = collectionOf<SealedIntake>('seal_intakes');

export const sealId = (kind: LogKind, day: string): string => `${kind}:${day}`;

const NUMBER_DIGITS = 6;
export const chunkId = (kind: LogKind, day: string, number: number): string =>
  `${sealId(kind, day)}:${String(number).padStart(NUMBER_DIGITS, '0')}`;

/** All chunks of a day, or those up to a number; `;` comes right after `:`. */
export const chunksOf = (kind: LogKind, day: string, afterNumber = -1) => ({
  above: afterNumber < 0 ? `${sealId(kind, day)}:` : chunkId(kind, day, afterNumber),
  below: `${sealId(kind, day)};`,
});
