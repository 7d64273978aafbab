import type { Random, Range } from '../random';
import type { Waypoint } from './waypoint';

export interface StreetGrid {
  blockMetres: Range;
  lightChance: number;
  turnChance: number;
}

/** Shenzhen's avenues run nearly east and west, the smaller quarters are turned by up to a quarter of a right angle. */
const LARGEST_TILT_DEGREES = 20;
const DETOUR_CHANCE = 0.12;

/** From crossing to crossing over a grid, mostly towards one corner of the city, with a detour now and then. */
export function planStreets(grid: StreetGrid, lengthMetres: number, random: Random): Waypoint[] {
  const tilt = (random.between([-LARGEST_TILT_DEGREES, LARGEST_TILT_DEGREES]) * Math.PI) / 180;
  const quarter = random.whole([0, 3]);
  let side: 0 | 1 = random.chance(0.5) ? 0 : 1;
  let detour = 0;
  let remainingMetres = lengthMetres;
  const waypoints: Waypoint[] = [{ eastMetres: 0, northMetres: 0, isCrossing: false, hasLight: false }];
  while (remainingMetres > 0) {
    const blockMetres = random.between(grid.blockMetres);
    // Nobody sets out or arrives exactly at a crossing.
    const firstShare = waypoints.length === 1 ? random.between([0.3, 1]) : 1;
    const legMetres = Math.min(remainingMetres, Math.max(30, blockMetres * firstShare));
    const heading = tilt + ((quarter + side + detour) * Math.PI) / 2;
    const last = waypoints.at(-1)!;
    remainingMetres -= legMetres;
    waypoints.push({
      eastMetres: last.eastMetres + legMetres * Math.cos(heading),
      northMetres: last.northMetres + legMetres * Math.sin(heading),
      isCrossing: remainingMetres > 0,
      hasLight: random.chance(grid.lightChance),
    });
    if (detour) detour = 0;
    else if (random.chance(grid.turnChance)) side = side ? 0 : 1;
    // A detour turns away from the goal for one block, never back along the same street.
    else if (random.chance(DETOUR_CHANCE * grid.turnChance)) detour = side ? 1 : -1;
  }
  return waypoints;
}
