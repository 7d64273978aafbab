import type { TrackReason } from '../../contract/tracks';
import { collectionOf } from '../../platform';

/** What a rider has agreed to about location, and what is being recorded. */
export interface TrackRider {
  /** The uid. */
  _id: string;
  /** The notice that was agreed to; null when none is. */
  noticeVersion: string | null;
  givenAtMs: number | null;
  withdrawnAtMs: number | null;
  openTrackId: string | null;
  /** The one that was judged last. */
  lastTrackId: string | null;
}

/** What a track was judged: numbers only, no place. */
export interface JudgedTrack {
  fromMs: number;
  toMs: number;
  distanceMetres: number;
  movingSeconds: number;
  medianSpeedCentimetres: number;
  /** Empty for a bicycle trip. */
  reasons: TrackReason[];
}

export interface Track {
  /** 26 random characters. */
  _id: string;
  uid: string;
  begunAtMs: number;
  /** How many segments and readings have come. */
  segments: number;
  points: number;
  /** Both null while it is being recorded. */
  finishedAtMs: number | null;
  judged: JudgedTrack | null;
  /** Until then the readings are kept; null when they are deleted, and while it is recorded. */
  pointsKeptUntilMs: number | null;
  /** When an open one is thrown away; null for a judged one. */
  expiresAtMs: number | null;
}

export interface TrackSegment {
  /** `<trackId>:<number, 3 digits>`: those of a track are a range in their order. */
  _id: string;
  uid: string;
  /** Keyed digest of the points: a repeat has to bring the same. */
  hash: string;
  /** JSON of the points as they were sent; one text, as nobody searches in it. */
  points: string;
  expiresAtMs: number;
}

/** By what a track is known again when somebody else sends it: a keyed digest, from which no place can be read. */
export interface TrackMark {
  _id: string;
  uid: string;
  trackId: string;
  expiresAtMs: number;
}

export const trackRiders = collectionOf<TrackRider>('track_riders');
export const tracks = collectionOf<Track>('tracks');
export const trackSegments = collectionOf<TrackSegment>('track_segments');
export const trackMarks = collectionOf<TrackMark>('track_marks');

export const segmentIdOf = (trackId: string, number: number): string =>
  `${trackId}:${String(number).padStart(3, '0')}`;

/** The segments of a track: `;` comes after `:`. */
export const segmentsOf = (trackId: string) => ({ _id: { from: `${trackId}:`, below: `${trackId};` } });
