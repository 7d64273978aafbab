import { collectionOf } from '../../platform';
import type { Json } from '../ledger';

/** How a rider tells of a trip that no partner has signed. */
export const ownTripSources = ['bike-track', 'station-code', 'self-report'] as const;
export type OwnTripSource = (typeof ownTripSources)[number];

export const isOwnTripSource = (source: string): source is OwnTripSource =>
  (ownTripSources as readonly string[]).includes(source);

/** What a source found when it judged a trip by its own rules. */
export interface JudgedOwnTrip {
  source: OwnTripSource;
  city: string;
  /** As factor sets name it: `shared-bike` for a bicycle, `metro`. */
  mode: string;
  fromMs: number;
  toMs: number;
  distanceMetres: number;
  /** Places, a summary of points: what the source wants its rider to see again. It goes when the rider is forgotten. */
  evidence: Readonly<Record<string, Json>>;
}

/** Why a trip was not paid: a code for programs, and in Chinese why and what the rider can do. */
export interface OwnTripReason {
  code: string;
  text: string;
}

/** `replaced`: a signed ride of the same time was credited instead. `elsewhere`: its rider claims it in another scheme. */
export type OwnTripState = 'paid' | 'refused' | 'replaced' | 'elsewhere';
export type OwnTripCap = 'day' | 'month';

/** What the ledger's commitment is made over; kept here alone. */
export interface OwnTripEvidence extends JudgedOwnTrip {
  /** Null for a trip that was not judged by a factor. */
  factorSetId: string | null;
  reductionMilligramsPerKm: number | null;
  grams: number;
}

/** A trip of a rider's own telling. Nothing is kept here before it is decided. */
export interface OwnTrip {
  /** `own:<source>:<uid>:<requestId>`; also the key of the first entry that paid it. */
  _id: string;
  uid: string;
  source: OwnTripSource;
  mode: string;
  state: OwnTripState;
  requestHash: string;
  fromMs: number;
  toMs: number;
  /** Beijing day of its beginning: caps and factor follow it. */
  day: string;
  distanceMetres: number;
  /** What a signed ride of this distance would have avoided. Never a reduction: nobody has signed it. */
  grams: number;
  /** Of it the rider has now: what was paid, less what was taken back. */
  bonus: number;
  cappedBy: OwnTripCap | null;
  reasons: readonly OwnTripReason[];
  /** The entry that paid it last; null when nothing was paid. */
  entryKey: string | null;
  /** How often it has been paid: again after the ride that had replaced it was taken back, or a declaration revoked. */
  payments: number;
  replaced: ReplacedBy | null;
  /** The trip that had its time when it was refused. */
  metBy: { tripId: string; isSigned: boolean } | null;
  evidence: OwnTripEvidence;
  salt: string;
  decidedAtMs: number;
  /** `<fromMs>:<id>`: one unique scalar to page a rider's trips by. */
  timeline: string;
}

/** How a signed ride took an own trip's place. */
export interface ReplacedBy {
  tripId: string;
  atMs: number;
  takenBackBonus: number;
  /** What should have been taken back and had been used already: the rider keeps it. */
  waivedBonus: number;
}

/** Whether its rider has something by it, also where rides have taken a part back: then it can be declared, and reversed. */
export const hasBonus = ({ state, bonus }: Pick<OwnTrip, 'state' | 'bonus'>): boolean =>
  (state === 'paid' || state === 'replaced') && bonus > 0;

/** What a rider was paid in a month, by source: what monthly caps look at. */
export interface OwnTripMonth {
  /** `<uid>:<month>` */
  _id: string;
  uid: string;
  month: string;
  bonusBySource: Readonly<Record<string, number>>;
  tripsBySource: Readonly<Record<string, number>>;
}

/** Where the bonus of own trips comes from. */
export const MINT = 'mint:own-trip';

export const ownTrips = collectionOf<OwnTrip>('own_trips');
export const ownTripMonths = collectionOf<OwnTripMonth>('own_trip_months');

/** The trip's id and the key of its entry: the same request of a rider is the same trip. */
export const ownTripId = (source: OwnTripSource, uid: string, requestId: string): string =>
  `own:${source}:${uid}:${requestId}`;
