import {
  type Journey,
  type Mover,
  metresPerSecond,
  type Obstacle,
  type SlowStretch,
} from '../motion/journey';
import { type LightHabits, slowForTurns, standAtEnds, waitAtLights } from '../motion/obstacles';
import { type TrafficState, trafficOf } from '../motion/traffic';
import type { Random, Range } from '../random';
import { layOut } from '../streets/lay-out';
import { planStreets, type StreetGrid } from '../streets/plan-streets';
import type { Route } from '../streets/route';

/** A motor vehicle on the road; buses and cars differ in numbers only. */
export interface Driving {
  kilometresPerHour: Range;
  grid: StreetGrid;
  lights: LightHabits;
  traffic: readonly TrafficState[];
  accelerationMetresPerSecondSquared: Range;
  brakingMetresPerSecondSquared: Range;
  endSeconds: Range;
  halts: (route: Route, random: Random) => Obstacle[];
  /** How much of the end is spent looking for a parking lot. */
  searchMetres?: Range;
}

function atTheWheel(how: Driving, random: Random): Mover {
  const cruise = metresPerSecond(random.between(how.kilometresPerHour));
  return {
    cruiseMetresPerSecond: cruise,
    topMetresPerSecond: cruise * 1.15,
    accelerationMetresPerSecondSquared: random.between(how.accelerationMetresPerSecondSquared),
    brakingMetresPerSecondSquared: random.between(how.brakingMetresPerSecondSquared),
    turnMetresPerSecond: random.between([4.2, 6.5]),
    effortDeviation: 0.05,
    effortSeconds: 15,
    gradeEffect: 0,
  };
}

export const driving =
  (how: Driving) =>
  (random: Random, lengthMetres: number): Journey => {
    const ground = { steepness: 0, cornerRadiusMetres: 14, weaveMetres: [0, 0.6] as const };
    const planned = planStreets(how.grid, lengthMetres, random.fork('waypoints'));
    const route = layOut(planned, ground, random.fork('ground'));
    const mover = atTheWheel(how, random.fork('mover'));
    return {
      ...{ route, mover, roofs: [], limitAt: trafficOf(how.traffic, random.fork('traffic')) },
      slowStretches: how.searchMetres ? [search(route, random.between(how.searchMetres), random)] : [],
      obstacles: [
        ...waitAtLights(route, how.lights, random.fork('lights')),
        ...slowForTurns(route, mover),
        ...how.halts(route, random.fork('halts')),
        ...standAtEnds(route, how.endSeconds, random.fork('ends')),
      ],
    };
  };

function search(route: Route, metres: number, random: Random): SlowStretch {
  return {
    fromMetres: Math.max(0, route.lengthMetres - metres),
    toMetres: route.lengthMetres,
    speedMetresPerSecond: metresPerSecond(random.between([7, 13])),
  };
}
