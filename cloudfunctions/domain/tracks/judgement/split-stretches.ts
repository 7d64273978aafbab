import { trackNumbers } from './numbers';
import { metresBetween, type PlanePoint } from './plane-point';

/** From one reading to another some ten seconds later. */
export interface Stretch {
  ms: number;
  metres: number;
}

/** A time without readings. */
export interface Gap {
  ms: number;
  metres: number;
}

/** Gaps of more than `gapMs` end a stretch; what is left before them, shorter than a stretch, is not counted. */
export function splitStretches(points: readonly PlanePoint[]): { stretches: Stretch[]; gaps: Gap[] } {
  const stretches: Stretch[] = [];
  const gaps: Gap[] = [];
  let [start] = points;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (!before || !start) continue;
    const gapMs = point.atMs - before.atMs;
    if (gapMs > trackNumbers.gapMs) {
      gaps.push({ ms: gapMs, metres: metresBetween(before, point) });
      start = point;
    } else if (point.atMs - start.atMs >= trackNumbers.stretchMs) {
      stretches.push({ ms: point.atMs - start.atMs, metres: metresBetween(start, point) });
      start = point;
    }
  }
  return { stretches, gaps };
}
