import { collectionOf } from '../../platform';
import type { ReplacedTrip } from '../own-trips';

/** Where a trip began or ended, as the partner said it. */
export type Place =
  | { station: string }
  | { longitude: number; latitude: number }
  | { station: string; longitude: number; latitude: number };

/**
 * What a partner signed and what was made of it. It lives here and nowhere else: the ledger holds only a salted
 * commitment to it, so that forgetting a rider forgets this document and leaves every sum and chain as it is.
 */
export interface Evidence {
  ticketId: string;
  /** The partner's city; missing in trips from before there were partners of several cities. */
  city?: string;
  mode: string;
  entry: Place & { atMs: number };
  exit: Place & { atMs: number };
  /** What the partner reported, null when he gave no distance. */
  partnerDistanceMetres: number | null;
  /** Along the points that the partner named between entry and exit, if he did. */
  viaMetres?: number;
  /** From entry to exit as the crow flies, where both have coordinates. */
  straightMetres?: number;
  /** What counts: the smallest of the partner's distance, the shortest path and the way along the points. */
  distanceMetres: number;
  /** People in a shared car, and how much further it drove for the sake of the others. */
  occupants?: number;
  detourMetres?: number;
  factorSetId: string;
  reductionMilligramsPerKm: number;
  grams: number;
}

/**
 * `waiting-binding`: a good ride of a token that nobody has bound. `waiting-ride`: its reversal came first.
 * `refused`: it waited, and then could not be credited. `elsewhere`: its rider claims it in another scheme. A document's id is the ticket's, so whatever comes first,
 * ride, repetition, reversal or binding, meets the same document.
 */
export type TripState =
  | 'waiting-binding'
  | 'waiting-ride'
  | 'credited'
  | 'reversed'
  | 'refused'
  | 'elsewhere';

export type Cap = 'day' | 'month' | 'source';

export interface Trip {
  /** `trip:<partnerId>:<keyed digest of the ticket>`; also the key of the entry that credits it. */
  _id: string;
  state: TripState;
  partnerId: string;
  /** Hash of the ride as it was sent; null while only the reversal is known. */
  requestHash: string | null;
  tokenId: string | null;
  uid: string | null;
  /** SHA-256 of the ticket id, for reconciliation with the partner, who can compute it too. */
  ticketDigest: string;
  source: string;
  fromMs: number;
  toMs: number;
  /** Beijing day of the entry: day, vintage, factor and caps follow it. */
  day: string;
  origin: string | null;
  salt: string | null;
  evidence: Evidence | null;
  /** The journey of the shared car that it was a part of; no other ride has one. */
  carId?: string;
  creditedGrams: number;
  cappedBy: Cap | null;
  entryKey: string | null;
  isFirst: boolean;
  /** Own trips whose place it took; none before there was one. */
  replacedTrips?: readonly ReplacedTrip[];
  /** Entries that credited it before it was claimed elsewhere and came back; all of them are reversed. */
  earlierEntries?: readonly { key: string; grams: number }[];
  /** Code of a rejection (state `refused`) or the partner's words (state `reversed`). */
  reason: string | null;
  receivedAtMs: number;
  /** `<fromMs>:<id>`: one unique scalar to page a rider's trips by. */
  timeline: string;
  /** End of the wait; null when it waits for nothing. */
  expiresAtMs: number | null;
}

/** One journey of a shared car: whose tickets it was, by the trips' ids, and how many people were in it. */
export interface SharedCar {
  /** `car:<partnerId>:<keyed digest of the partner's name of it>` */
  _id: string;
  /** As the first of the tickets says. */
  occupants: number;
  tripIds: readonly string[];
  /** No ticket of the journey is taken any more by then. */
  expiresAtMs: number;
}

export const sharedCars = collectionOf<SharedCar>('shared_cars');
export const trips = collectionOf<Trip>('trips');
