export type Label = 'walk' | 'bike' | 'car' | 'bus' | 'fake';

export interface TrackPoint {
  latitude: number;
  longitude: number;
  atMs: number;
  accuracyMetres: number;
  speedMetresPerSecond: number | null;
  /** Only Android says whether a location came from a mock provider. */
  isMock?: boolean;
}

export interface LabelledTrack {
  label: Label;
  why: string;
  points: TrackPoint[];
}
