import type { PlanePoint } from './plane-point';

/** Readings of this long before and after each one count with it, unless told otherwise. */
const HALF_WINDOW_MS = 4_000;

/** Each reading in the middle of those around it: wandering averages out, the way stays. */
export function smoothPoints(points: readonly PlanePoint[], halfWindowMs = HALF_WINDOW_MS): PlanePoint[] {
  let first = 0;
  let next = 0;
  let east = 0;
  let north = 0;
  return points.map(point => {
    for (; next < points.length && points[next]!.atMs <= point.atMs + halfWindowMs; next += 1) {
      east += points[next]!.eastMetres;
      north += points[next]!.northMetres;
    }
    for (; points[first]!.atMs < point.atMs - halfWindowMs; first += 1) {
      east -= points[first]!.eastMetres;
      north -= points[first]!.northMetres;
    }
    const count = next - first;
    return { ...point, eastMetres: east / count, northMetres: north / count };
  });
}
