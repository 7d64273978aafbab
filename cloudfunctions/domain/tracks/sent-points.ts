import type { SentPoint } from '../../contract/tracks';
import type { TrackPoint } from './judgement/track-point';

export const keptText = (points: readonly SentPoint[]): string => JSON.stringify(points);

const NO_SPEED = -1;

const pointOf = ([latitude, longitude, atMs, accuracy, speed, isMock]: SentPoint): TrackPoint => ({
  latitude: latitude / 1e6,
  longitude: longitude / 1e6,
  atMs,
  accuracyMetres: accuracy / 10,
  speedMetresPerSecond: speed === NO_SPEED ? null : speed / 100,
  isMock: isMock === 1,
});

/** Segments are kept as they were checked on the way in. */
export const readText = (kept: string): SentPoint[] => JSON.parse(kept) as SentPoint[];

export const trackPoints = (sent: readonly SentPoint[]): TrackPoint[] => sent.map(pointOf);
