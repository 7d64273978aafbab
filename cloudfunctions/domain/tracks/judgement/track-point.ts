/** One reading of the phone's position. */
export interface TrackPoint {
  /** WGS-84 degrees. */
  readonly latitude: number;
  readonly longitude: number;
  readonly atMs: number;
  /** Radius within which the phone believes itself to be. */
  readonly accuracyMetres: number;
  /** By the phone's own measurement; null where it gives none. */
  readonly speedMetresPerSecond: number | null;
  /** The phone says itself that an app made this position up. */
  readonly isMock?: boolean;
}
