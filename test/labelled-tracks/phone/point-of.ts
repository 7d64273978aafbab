import type { TrackPoint } from '../track';
import type { Origin } from './ground';

/** Hundreds of thousands of points are made one field after the other, as spreading takes ten times as long. */
export function pointOf(
  { latitude, longitude }: Origin,
  atMs: number,
  accuracyMetres: number,
  speedMetresPerSecond: number | null,
  isMock: boolean | undefined,
): TrackPoint {
  return isMock === undefined
    ? { latitude, longitude, atMs, accuracyMetres, speedMetresPerSecond }
    : { latitude, longitude, atMs, accuracyMetres, speedMetresPerSecond, isMock };
}
