import type { Ride } from './ride';
import type { Rider } from './rider';

/** A rider signs in, agrees, and has the card bound by a code. */
export interface Join {
  rider: Rider;
  atMs: number;
}

/** The operator takes a ride back. */
export interface Reversal {
  ticketId: string;
  reason: string;
  atMs: number;
}

/** A rider gives credits to a fund, and takes them back at once if it is to be so. */
export interface Gift {
  rider: Rider;
  atMs: number;
  amount: number;
  /** Place in the list of funds, from 0; a shorter list is begun again. */
  fund: number;
  isTakenBack: boolean;
}

/** A rider takes the card out of the mini-program again, and goes on riding. */
export interface Departure {
  rider: Rider;
  atMs: number;
}

/** The demo's people and everything that happens to them in one month; all of it follows from seed and first day. */
export interface City {
  seed: string;
  /** Beijing days, `YYYY-MM-DD`, in order. */
  days: readonly string[];
  startMs: number;
  /** The midnight after the last day. */
  endMs: number;
  riders: readonly Rider[];
  joins: readonly Join[];
  /** Everything that the operator's feed carries, repetitions and bad tickets included, by `feedAtMs`. */
  rides: readonly Ride[];
  reversals: readonly Reversal[];
  /** By `atMs`. */
  gifts: readonly Gift[];
  departures: readonly Departure[];
}
