import type { Random, Range } from '../random';
import type { Route } from '../streets/route';
import type { Mover, Obstacle } from './journey';

export interface LightHabits {
  redChance: number;
  waitSeconds: Range;
  /** How far before the line one comes to stand: bikes go to the front, cars queue. */
  queueMetres: Range;
}

/** A light that turns green just in time makes one slow down without standing still. */
const ROLLING_CHANCE = 0.2;
const ROLLING_METRES_PER_SECOND = 1.8;
const SLIGHT_TURN_DEGREES = 30;
const U_TURN_DEGREES = 150;
const U_TURN_METRES_PER_SECOND = 1.2;

export function waitAtLights(route: Route, habits: LightHabits, random: Random): Obstacle[] {
  return route.crossings
    .filter(({ hasLight }) => hasLight)
    .flatMap(({ atMetres }) => {
      const beforeMetres = random.between(habits.queueMetres);
      const holdSeconds = random.between(habits.waitSeconds);
      const isRed = random.chance(habits.redChance);
      const isRolling = random.chance(ROLLING_CHANCE);
      if (!isRed || atMetres < beforeMetres + 5) return [];
      const at = atMetres - beforeMetres;
      return [
        isRolling
          ? { atMetres: at, speedMetresPerSecond: ROLLING_METRES_PER_SECOND, holdSeconds: 0 }
          : { atMetres: at, speedMetresPerSecond: 0, holdSeconds },
      ];
    });
}

export function slowForTurns(route: Route, { turnMetresPerSecond }: Mover): Obstacle[] {
  return route.crossings
    .filter(crossing => crossing.turnDegrees > SLIGHT_TURN_DEGREES)
    .map(({ atMetres, turnDegrees }) => ({
      atMetres,
      speedMetresPerSecond:
        turnDegrees > U_TURN_DEGREES
          ? Math.min(turnMetresPerSecond, U_TURN_METRES_PER_SECOND)
          : turnMetresPerSecond,
      holdSeconds: 0,
    }));
}

export interface HaltHabits {
  everyMetres: Range;
  haltSeconds: Range;
  skipChance: number;
}

/** A bus at its stops, somebody who looks at shop windows. */
export function haltRegularly(route: Route, habits: HaltHabits, random: Random): Obstacle[] {
  const halts: Obstacle[] = [];
  // Boarding happens at a stop too, so that the first leg is a full one.
  let at = random.between(habits.everyMetres);
  while (at < route.lengthMetres - 20) {
    const holdSeconds = random.between(habits.haltSeconds);
    if (!random.chance(habits.skipChance)) halts.push({ atMetres: at, speedMetresPerSecond: 0, holdSeconds });
    at += random.between(habits.everyMetres);
  }
  return halts;
}

/** The recording begins before the first step, and ends after the last one. */
export function standAtEnds(route: Route, seconds: Range, random: Random): Obstacle[] {
  return [0, route.lengthMetres].map(atMetres => ({
    atMetres,
    speedMetresPerSecond: 0,
    holdSeconds: random.between(seconds),
  }));
}
