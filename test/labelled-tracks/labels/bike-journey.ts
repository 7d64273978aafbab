import { type Journey, type Mover, metresPerSecond, type Obstacle, type Stretch } from '../motion/journey';
import { slowForTurns, standAtEnds, waitAtLights } from '../motion/obstacles';
import { type TrafficState, trafficOf } from '../motion/traffic';
import type { Random, Range } from '../random';
import { layOut } from '../streets/lay-out';
import { returning } from '../streets/plan-returns';
import { planStreets, type StreetGrid } from '../streets/plan-streets';
import type { Route } from '../streets/route';

export interface Riding {
  kilometresPerHour: Range;
  grid: StreetGrid;
  redChance: number;
  steepness: number;
  returns?: boolean;
  pushes?: boolean;
  shops?: boolean;
}

const pushedMetres: Range = [80, 130];
const pausedSeconds: Range = [120, 480];

/** People step onto the lane, a delivery rider blocks it; most of the time the way is free. */
const lane: readonly TrafficState[] = [
  { weight: 3, kilometresPerHour: [60, 60], seconds: [30, 150] },
  { weight: 1, kilometresPerHour: [4, 9], seconds: [2, 7] },
];

/** Strong riders start harder, fall back less uphill, and let it roll faster. */
export const onBike = (cruise: number): Mover => ({
  cruiseMetresPerSecond: cruise,
  topMetresPerSecond: cruise * 1.75,
  accelerationMetresPerSecondSquared: 0.35 + 0.07 * cruise,
  brakingMetresPerSecondSquared: 0.8 + 0.08 * cruise,
  turnMetresPerSecond: Math.min(cruise, 2.2 + 0.3 * cruise),
  effortDeviation: 0.09,
  effortSeconds: 22,
  gradeEffect: 11,
});

export const riding =
  (how: Riding) =>
  (random: Random, lengthMetres: number): Journey => {
    const planned = planStreets(
      how.grid,
      how.returns ? lengthMetres / 2 : lengthMetres,
      random.fork('waypoints'),
    );
    const ground = {
      steepness: how.steepness,
      cornerRadiusMetres: random.between([6, 12]),
      weaveMetres: [0.4, 1.2] as const,
    };
    const route = layOut(how.returns ? returning(planned) : planned, ground, random.fork('ground'));
    const mover = onBike(metresPerSecond(random.between(how.kilometresPerHour)));
    const lights = { redChance: how.redChance, waitSeconds: [10, 60], queueMetres: [1, 8] } as const;
    const pushed = how.pushes ? [somewhere(route, random.between(pushedMetres), random)] : [];
    const roofs = how.shops ? [somewhere(route, 6, random)] : [];
    const pauses: Obstacle[] = roofs.map(({ fromMetres, toMetres }) => ({
      atMetres: (fromMetres + toMetres) / 2,
      speedMetresPerSecond: 0,
      holdSeconds: random.between(pausedSeconds),
    }));
    const walkingSpeed = metresPerSecond(random.between([3, 4.8]));
    return {
      ...{ route, mover, roofs, limitAt: trafficOf(lane, random.fork('lane')) },
      obstacles: [
        ...waitAtLights(route, lights, random.fork('lights')),
        ...slowForTurns(route, mover),
        ...pauses,
        // Locks are opened and closed while the recording already, or still, runs.
        ...standAtEnds(route, [4, 35], random.fork('ends')),
      ],
      slowStretches: pushed.map(stretch => ({ ...stretch, speedMetresPerSecond: walkingSpeed })),
    };
  };

function somewhere(route: Route, metres: number, random: Random): Stretch {
  const fromMetres = route.lengthMetres * random.between([0.2, 0.7]);
  return { fromMetres, toMetres: fromMetres + metres };
}
