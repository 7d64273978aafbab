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

/** What an entry is about; never a ticket, a place or a travel time. */
export interface Reference {
  type: 'trip' | 'entry';
  id: string;
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
  chain: ChainLink[];
  balanceAfter: Balance;
  answer: Json;
  /** Version of the parameters that the entry was judged by. */
  parametersVersion: number;
  atMs: number;
  /** Beijing day of `atMs`. */
  day: string;
}
