import type { Place } from './route';

/** Taken out of the global once: in the sandbox of the tests every look at a global is slow. */
const { hypot } = Math;

/** A point that a way is planned through, before streets bend and corners are rounded. */
export interface Waypoint extends Place {
  isCrossing: boolean;
  hasLight: boolean;
}

export const distanceMetres = (from: Place, to: Place): number =>
  hypot(to.eastMetres - from.eastMetres, to.northMetres - from.northMetres);

export const between = (from: Place, to: Place, share: number): Place => ({
  eastMetres: from.eastMetres + (to.eastMetres - from.eastMetres) * share,
  northMetres: from.northMetres + (to.northMetres - from.northMetres) * share,
});
