import type { ChainLink } from '../../../miniprogram/proof';
import type { Platform } from '../../platform';

export type LogKind = 'ledger' | 'audit';

/** What entries add to an open account; negative for what leaves it. */
export interface Flow {
  account: string;
  kind: string;
  origin: string;
  amount: number;
}

/** Grams that came into the intake of a day. */
export interface Intake {
  day: string;
  origin: string;
  amount: number;
}

/** An entry as far as a seal is concerned. */
export interface SealedEntry {
  /** Sorts the entries of a day; where an entry is found again. */
  place: string;
  key: string;
  /** Its first link's hash, which covers all of it, stands for the entry. */
  links: readonly Pick<ChainLink, 'account' | 'seq' | 'hash'>[];
  flows: readonly Flow[];
  intakes: readonly Intake[];
}

/** A log of chained entries that is sealed day by day. Each of these is one database call. */
export interface SealedLog {
  kind: LogKind;
  /** Entries of a day after a place, by their places. */
  list(platform: Platform, day: string, after: string, limit: number): Promise<SealedEntry[]>;
  count(platform: Platform, day: string): Promise<number>;
  /** Null when there are no entries at all. */
  firstDay(platform: Platform): Promise<string | null>;
}
