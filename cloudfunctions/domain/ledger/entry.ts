import type { ChainLink } from '../../../miniprogram/proof';
import type { Kind, PostedLot } from './account';

/** Credits of one kind that move from one account to another. */
export interface Posting {
  source: string;
  destination: string;
  kind: Kind;
  lots: PostedLot[];
}

export interface KindBalance {
  /** Neither held nor expired. */
  available: number;
  held: number;
  debt: number;
  /** The available credits by month of expiry: with it the balance of any later midnight needs no other entry. */
  availableByExpiry: Record<string, number>;
}

export type Balance = Record<Kind, KindBalance>;

/**
 * What an entry is about; never a ticket, a place or a travel time. `entry`: the one that is taken back. `hold`: the one
 * that is posted or voided, by its key. `month`: the one whose lots expired. `intake`: the day that is moved into pools.
 * `steps`: the day, or the first and last of several.
 */
export interface Reference {
  type:
    | 'trip'
    | 'own-trip'
    | 'entry'
    | 'hold'
    | 'order'
    | 'donation'
    | 'benefit'
    | 'campaign'
    | 'merchant'
    | 'month'
    | 'intake'
    | 'certificate'
    | 'steps'
    | 'approval'
    | 'account'
    | 'plan';
  id: string;
}

/** Consecutive grams of a pool, numbered from 1 in the order in which they came in; they leave in the same order. */
export interface SerialRange {
  pool: string;
  direction: 'in' | 'out';
  from: number;
  to: number;
}

/** JSON, as a stored answer has to come back exactly as it was given. */
export type Json = string | number | boolean | null | Json[] | { [field: string]: Json };

/** Postings that happen together. Written once and never changed. */
export interface Entry {
  /** The idempotency key. */
  _id: string;
  /** HMAC of the logical request: tells a repetition from another request under the same key. */
  requestHash: string;
  /** The one user that the entry touches, else its first guarded account. */
  account: string;
  /** Number of the entry at `account`. */
  seq: number;
  reason: string;
  reference: Reference;
  /** Salted commitment to the evidence, which is kept elsewhere and can be forgotten; null without evidence. */
  commitment: string | null;
  postings: Posting[];
  /** One link for each guarded account that the postings touch, that of `account` first. */
  chain: ChainLink[];
  /** Of `account`. */
  balanceAfter: Balance;
  /** Of an entry that opens a hold. */
  deadlineMs?: number;
  /** Of an entry that moves grams into a pool or out of one. */
  serials?: SerialRange[];
  answer: Json;
  /** Version of the parameters that the entry was judged by. */
  parametersVersion: number;
  atMs: number;
  /** Beijing day of `atMs`. */
  day: string;
}

/** How much of each kind an entry moves. */
export function amountsOf({ postings }: Pick<Entry, 'postings'>): Record<Kind, number> {
  const amounts = { carbon: 0, bonus: 0 };
  for (const { kind, lots } of postings) for (const { amount } of lots) amounts[kind] += amount;
  return amounts;
}
