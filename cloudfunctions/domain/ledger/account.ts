import type { Reference } from './entry';

/** `carbon`: 1 credit = 1 g CO2e that a partner has signed for. `bonus`: an incentive, never a reduction. */
export type Kind = 'carbon' | 'bonus';
export const kinds: readonly Kind[] = ['carbon', 'bonus'];

/** Bonus credits have no origin; carbon's is factor set and vintage month, `sz-2021:2026-11`. */
export const NO_ORIGIN = '-';
/** Outside of user accounts a lot has no expiry: it is set when the lot is credited to a user. */
export const NO_EXPIRY = '-';

/** Credits of one kind, origin and expiry; in postings the amount that moves, always a positive integer. */
export interface PostedLot {
  origin: string;
  /** Month `YYYY-MM` (valid to its last second, Beijing time) or `NO_EXPIRY`. */
  expiresOn: string;
  amount: number;
}

/** A lot in a user's account. */
export interface Lot extends PostedLot {
  kind: Kind;
  /** Day until which a carbon lot may still be reversed; it stays a lot of its own until then. */
  settlesOn?: string;
}

/** Lots set aside for an order; they do not expire while it is open. */
export interface Hold {
  /** The key of the entry that opened it. */
  key: string;
  /** After it the hold can only be voided, whether or not a job has been there. */
  deadlineMs: number;
  reference: Reference;
  lots: Lot[];
}

/** How many grams ever came into a pool and ever left it: the next ones to come and to leave follow these numbers. */
export interface SerialCounts {
  issued: number;
  left: number;
}

/** What a reversal could not take back, oldest first. */
export interface Debt {
  kind: Kind;
  origin: string;
  amount: number;
}

/** The document of a guarded account. Never below zero: what is owed is a debt, in its own list. */
export interface Account {
  _id: string;
  /** Number of the account's last entry. */
  seq: number;
  /** Hash of the account's last entry. */
  head: string;
  lots: Lot[];
  holds: Hold[];
  debts: Debt[];
  /** Carbon credited and not reversed, by vintage month: what monthly caps look at. The latest months only. */
  carbonByVintage: Record<string, number>;
  /** Key of the first entry that credited carbon. */
  firstCarbonKey: string | null;
  /** The earliest month in which lots that are not held expire; found by the job through an index. */
  nextExpiryOn: string | null;
  /** The earliest deadline of a hold. */
  nextDeadlineMs: number | null;
  /** Of a pool. */
  serials?: SerialCounts;
  /** Of a campaign's shard: a copy of the campaign's state, so that paying and pausing write one document. */
  paused?: boolean;
  /** Of a user whose data is deleted: no entry touches the account any more, whoever had found it open before. */
  isClosed?: boolean;
  updatedAtMs: number;
}

export const emptyAccount = (id: string, genesisHash: string): Account => ({
  _id: id,
  seq: 0,
  head: genesisHash,
  lots: [],
  holds: [],
  debts: [],
  carbonByVintage: {},
  firstCarbonKey: null,
  nextExpiryOn: null,
  nextDeadlineMs: null,
  updatedAtMs: 0,
});
