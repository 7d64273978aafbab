import type { TrackPoint } from './track-point';

/** A reading on a plane that touches the earth where the track begins. */
export interface PlanePoint {
  readonly eastMetres: number;
  readonly northMetres: number;
  readonly atMs: number;
  readonly accuracyMetres: number;
  readonly speedMetresPerSecond: number | null;
}

/** Metres of a degree of latitude on a sphere of the earth's mean radius (IUGG, 6,371,008.8 m). */
const METRES_A_DEGREE = (Math.PI * 6_371_008.8) / 180;

/**
 * Sixty kilometres from the touching point the plane is wrong by less than half a percent at any latitude where people
 * cycle, far less than what a phone's position is wrong by.
 */
export function onPlane(points: readonly TrackPoint[]): PlanePoint[] {
  const [origin] = points;
  if (!origin) return [];
  const eastScale = METRES_A_DEGREE * Math.cos((origin.latitude * Math.PI) / 180);
  return points.map(({ latitude, longitude, atMs, accuracyMetres, speedMetresPerSecond }) => ({
    eastMetres: (longitude - origin.longitude) * eastScale,
    northMetres: (latitude - origin.latitude) * METRES_A_DEGREE,
    atMs,
    accuracyMetres,
    speedMetresPerSecond,
  }));
}

type Spot = Pick<PlanePoint, 'eastMetres' | 'northMetres'>;

export const metresBetween = (one: Spot, other: Spot): number =>
  Math.hypot(other.eastMetres - one.eastMetres, other.northMetres - one.northMetres);
