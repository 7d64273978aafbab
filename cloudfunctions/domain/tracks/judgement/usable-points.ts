import { trackNumbers } from './numbers';
import { metresBetween, type PlanePoint } from './plane-point';

/** Whether nobody can have come from one reading to the other, however wrong both may be. */
export function isTeleport(from: PlanePoint, to: PlanePoint): boolean {
  const metres = metresBetween(from, to) - from.accuracyMetres - to.accuracyMetres;
  return metres * 1_000 > trackNumbers.teleportMetresPerSecond * (to.atMs - from.atMs);
}

/** A single reading beside the way, as between tall houses: from before to after it all is well. */
const isGlitch = (before: PlanePoint, at: PlanePoint, after: PlanePoint): boolean =>
  isTeleport(before, at) && isTeleport(at, after) && !isTeleport(before, after);

/** The readings that are sure enough, each later than the one before, without single ones far beside the way. */
export function usablePoints(points: readonly PlanePoint[]): PlanePoint[] {
  const usable: PlanePoint[] = [];
  for (const [index, point] of points.entries()) {
    if (point.accuracyMetres > trackNumbers.worstAccuracyMetres) continue;
    const before = usable.at(-1);
    if (before && point.atMs <= before.atMs) continue;
    const after = points[index + 1];
    if (before && after && isGlitch(before, point, after)) continue;
    usable.push(point);
  }
  return usable;
}
