import { collectionOf } from '../../platform';

/** That a rider lets us ask for the phone's position at each scan. It goes when he takes it back. */
export interface StationConsent {
  /** The uid. */
  _id: string;
  agreedAtMs: number;
}

/** One scan. The position itself is never kept, only how far from the station it was. */
export interface Scan {
  /** The network's own name. */
  station: string;
  atMs: number;
  kind: 'poster' | 'screen';
  metresAway: number;
  accuracyMetres: number;
}

/** The one trip of a rider between entry and exit, or what is left of the last one for a day. */
export interface StationTrip {
  /** The uid: nobody is on two trips at once. */
  _id: string;
  /** Null when none is open. */
  entry: Scan | null;
  /** Where the last one ended, which says where the next cannot begin yet. */
  lastExit: Pick<Scan, 'station' | 'atMs'> | null;
  expiresAtMs: number;
}

/** Which edition of a station's poster counts. A station without a document has its first one. */
export interface StationPoster {
  /** `<city>:<station>`. */
  _id: string;
  edition: number;
  renewedAtMs: number;
}

export const stationConsents = collectionOf<StationConsent>('station_consents');
export const stationTrips = collectionOf<StationTrip>('station_trips');
export const stationPosters = collectionOf<StationPoster>('station_posters');
