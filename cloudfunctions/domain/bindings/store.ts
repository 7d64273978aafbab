import { collectionOf } from '../../platform';

/**
 * What a partner calls a card or an account of its own, bound to a rider or not. Every binding, unbinding and ride
 * that waits reads and writes this document in its transaction, which puts them into one order.
 */
export interface RiderToken {
  /** `<partnerId>:<keyed digest>`, see `tokenIdOf`. */
  _id: string;
  partnerId: string;
  /** Null while it belongs to nobody. */
  uid: string | null;
  boundAtMs: number | null;
  /** Rides that waited are credited only if they are later than this. */
  lastUnboundAtMs: number | null;
  /** When rides of it last began to wait; it only grows. */
  lastWaitAtMs: number | null;
  /** What a rider may see of it; empty while it belongs to nobody. */
  label: string;
  /** Whether rides of it wait for a binding. */
  waiting: boolean;
  /** Since when waiting rides are to be credited, because the token was bound; null when none are. */
  creditDueAtMs: number | null;
}

export interface BindCode {
  /** The code itself. */
  _id: string;
  uid: string;
  createdAtMs: number;
  /** Not valid at this time any more. */
  expiresAtMs: number;
  usedAtMs: number | null;
  /** The token that it bound. */
  tokenId: string | null;
}

/** A card that its rider has taken off his account, for the partner to be told. */
export interface UnboundCard {
  _id: string;
  partnerId: string;
  /** As in `cardIdOf`. */
  cardId: string;
  atMs: number;
  /** `<atMs, 15 digits>-<random>`: sorts like the time and is never equal. */
  position: string;
  expiresAtMs: number;
}

export const unboundCards = collectionOf<UnboundCard>('unbound_cards');
export const riderTokens = collectionOf<RiderToken>('rider_tokens');
export const bindCodes = collectionOf<BindCode>('bind_codes');
