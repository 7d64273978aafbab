import type { Random, Range } from '../random';
import type { Waypoint } from './waypoint';

/** The width of a street: one comes back on its other side. */
const OTHER_SIDE_METRES = 7;
const LOOP_CORNERS = 40;

/** There and back again. */
export function returning(outward: Waypoint[]): Waypoint[] {
  const back = outward
    .slice(0, -1)
    .reverse()
    .map(waypoint => ({
      ...waypoint,
      eastMetres: waypoint.eastMetres + OTHER_SIDE_METRES,
      northMetres: waypoint.northMetres + OTHER_SIDE_METRES,
    }));
  const turning = { ...outward.at(-1)!, isCrossing: true, hasLight: false };
  return [...outward.slice(0, -1), turning, ...back];
}

/** Laps around a park: no corners and no lights. */
export function planLaps(lengthMetres: number, perimeterMetres: Range, random: Random): Waypoint[] {
  const radiusMetres = random.between(perimeterMetres) / (2 * Math.PI);
  const stretch = random.between([0.7, 1]);
  const dent = random.between([0, 0.18]);
  const stepMetres = (2 * Math.PI * radiusMetres) / LOOP_CORNERS;
  const direction = random.chance(0.5) ? 1 : -1;
  const begin = random.between([0, 2 * Math.PI]);
  return Array.from({ length: Math.ceil(lengthMetres / stepMetres) + 1 }, (_, index) => {
    const angle = begin + (direction * index * 2 * Math.PI) / LOOP_CORNERS;
    const reachMetres = radiusMetres * (1 + dent * Math.sin(3 * angle));
    return {
      eastMetres: (reachMetres * Math.cos(angle)) / stretch,
      northMetres: reachMetres * stretch * Math.sin(angle),
      isCrossing: false,
      hasLight: false,
    };
  });
}
