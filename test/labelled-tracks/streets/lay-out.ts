import type { Random, Range } from '../random';
import { bendingOf, hillsOf } from './bend';
import type { Crossing, Place, Route } from './route';
import { between, distanceMetres, type Waypoint } from './waypoint';

/** Taken out of the global once: in the sandbox of the tests every look at a global is slow. */
const { abs, atan2, ceil, max, min, PI } = Math;

export interface Ground {
  /** How steep typical hills are, rise over run. */
  steepness: number;
  cornerRadiusMetres: number;
  weaveMetres: Range;
}

const STEP_METRES = 5;
const ARC_STEPS = 6;

interface Mark extends Omit<Crossing, 'atMetres'> {
  index: number;
}

function turnDegrees(before: Place, at: Place, after: Place): number {
  const bearing = (from: Place, to: Place): number =>
    atan2(to.eastMetres - from.eastMetres, to.northMetres - from.northMetres);
  const degrees = ((bearing(at, after) - bearing(before, at)) * 180) / PI;
  return abs(((degrees + 540) % 360) - 180);
}

/** Rounds corners and puts a place every few metres; a mark remembers at which of them a crossing lies. */
function trace(waypoints: readonly Waypoint[], radiusMetres: number): { places: Place[]; marks: Mark[] } {
  const places: Place[] = [waypoints[0]!];
  const marks: Mark[] = [];
  const straightTo = (to: Place): void => {
    const from = places.at(-1)!;
    const steps = max(1, ceil(distanceMetres(from, to) / STEP_METRES));
    for (let step = 1; step <= steps; step += 1) places.push(between(from, to, step / steps));
  };
  for (let index = 1; index < waypoints.length - 1; index += 1) {
    const [before, corner, after] = [waypoints[index - 1]!, waypoints[index]!, waypoints[index + 1]!];
    const [inMetres, outMetres] = [distanceMetres(before, corner), distanceMetres(corner, after)];
    const cutMetres = min(radiusMetres, 0.4 * inMetres, 0.4 * outMetres);
    const entry = between(corner, before, cutMetres / inMetres);
    const exit = between(corner, after, cutMetres / outMetres);
    straightTo(entry);
    if (corner.isCrossing)
      marks.push({
        index: places.length - 1,
        turnDegrees: turnDegrees(before, corner, after),
        hasLight: corner.hasLight,
      });
    for (let step = 1; step <= ARC_STEPS; step += 1) {
      const share = step / ARC_STEPS;
      places.push(between(between(entry, corner, share), between(corner, exit, share), share));
    }
  }
  straightTo(waypoints.at(-1)!);
  return { places, marks };
}

export function layOut(waypoints: readonly Waypoint[], ground: Ground, random: Random): Route {
  const traced = trace(waypoints, ground.cornerRadiusMetres);
  const places = traced.places.map(bendingOf(random.fork('bends'), ground.weaveMetres));
  // Bending stretches the plane, so that distances are measured only after it.
  const metresAt = [0];
  for (let index = 1; index < places.length; index += 1)
    metresAt.push(metresAt[index - 1]! + distanceMetres(places[index - 1]!, places[index]!));
  return {
    lengthMetres: metresAt.at(-1)!,
    crossings: traced.marks.map(({ index, ...crossing }) => ({ ...crossing, atMetres: metresAt[index]! })),
    placeAt: metres => placeAt(places, metresAt, metres),
    gradeAt: hillsOf(random.fork('hills'), ground.steepness),
  };
}

function placeAt(places: readonly Place[], metresAt: readonly number[], metres: number): Place {
  let low = 0;
  let high = metresAt.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (metresAt[middle]! <= metres) low = middle;
    else high = middle;
  }
  const legMetres = metresAt[high]! - metresAt[low]!;
  const share = legMetres > 0 ? (metres - metresAt[low]!) / legMetres : 0;
  return between(places[low]!, places[high]!, min(1, max(0, share)));
}
