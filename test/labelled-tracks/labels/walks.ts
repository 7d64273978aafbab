import { type Journey, type Mover, metresPerSecond, NO_LIMIT } from '../motion/journey';
import { haltRegularly, slowForTurns, standAtEnds, waitAtLights } from '../motion/obstacles';
import { downtownSky, parkSky, quarterSky } from '../phone/sky';
import type { Random, Range } from '../random';
import { layOut } from '../streets/lay-out';
import { planLaps, returning } from '../streets/plan-returns';
import { planStreets } from '../streets/plan-streets';
import type { Waypoint } from '../streets/waypoint';
import { type Kind, openAirGaps, usualGaps } from './kind';

interface Gait {
  kilometresPerHour: Range;
  /** Windows, acquaintances, the dog. */
  pauses?: { everyMetres: Range; haltSeconds: Range };
}

const streets = { blockMetres: [80, 260] as const, lightChance: 0.35, turnChance: 0.35 };
const lights = { redChance: 0.45, waitSeconds: [10, 60] as const, queueMetres: [1, 5] as const };

/** Legs start at once, and hold one speed: neither hills nor fatigue change it much. */
function onFoot(cruise: number): Mover {
  const isRunning = cruise > 2.2;
  return {
    cruiseMetresPerSecond: cruise,
    topMetresPerSecond: cruise * 1.3,
    accelerationMetresPerSecondSquared: isRunning ? 1.2 : 0.9,
    brakingMetresPerSecondSquared: isRunning ? 1.5 : 1.2,
    turnMetresPerSecond: cruise * 0.9,
    effortDeviation: isRunning ? 0.045 : 0.07,
    effortSeconds: isRunning ? 45 : 18,
    gradeEffect: 3,
  };
}

const walking =
  (gait: Gait, waypointsOf: (random: Random, lengthMetres: number) => Waypoint[]) =>
  (random: Random, lengthMetres: number): Journey => {
    const ground = { steepness: 0.015, cornerRadiusMetres: 4, weaveMetres: [0.4, 1.2] as const };
    const route = layOut(waypointsOf(random.fork('waypoints'), lengthMetres), ground, random.fork('ground'));
    const mover = onFoot(metresPerSecond(random.between(gait.kilometresPerHour)));
    const obstacles = [
      ...waitAtLights(route, lights, random.fork('lights')),
      ...slowForTurns(route, mover),
      ...(gait.pauses
        ? haltRegularly(route, { ...gait.pauses, skipChance: 0.2 }, random.fork('pauses'))
        : []),
      ...standAtEnds(route, [3, 25], random.fork('ends')),
    ];
    return { route, mover, obstacles, slowStretches: [], roofs: [], limitAt: NO_LIMIT };
  };

const onStreets = (random: Random, lengthMetres: number): Waypoint[] =>
  planStreets(streets, lengthMetres, random);
const thereAndBack = (random: Random, lengthMetres: number): Waypoint[] =>
  returning(onStreets(random, lengthMetres / 2));
const laps = (random: Random, lengthMetres: number): Waypoint[] =>
  planLaps(lengthMetres, [600, 2200], random);

const usual = { label: 'walk', skies: [quarterSky, downtownSky], gaps: usualGaps } as const;
const inPark = { label: 'walk', skies: [parkSky, quarterSky], gaps: openAirGaps } as const;
const windows = { everyMetres: [80, 350], haltSeconds: [5, 60] } as const;
const dog = { everyMetres: [30, 150], haltSeconds: [3, 25] } as const;

const walkKind = (kind: Omit<Kind, 'label'>): Kind => ({ ...kind, label: 'walk' });

export const walkKinds: readonly Kind[] = [
  walkKind({
    ...{ ...usual, why: 'a stroll past shop windows', count: 10, lengthMetres: [500, 2600] },
    ...{ meanKilometresPerHour: [1.8, 4], peakKilometresPerHour: [3, 6] },
    plan: walking({ kilometresPerHour: [3.2, 4.4], pauses: windows }, onStreets),
  }),
  walkKind({
    ...{ ...usual, why: 'a walk to work between tall buildings', count: 10, lengthMetres: [600, 3000] },
    ...{ meanKilometresPerHour: [3, 5.6], peakKilometresPerHour: [4.5, 7.5] },
    plan: walking({ kilometresPerHour: [4.5, 5.5] }, onStreets),
  }),
  walkKind({
    ...{ ...usual, why: 'a brisk walk', count: 10, lengthMetres: [700, 5000] },
    ...{ meanKilometresPerHour: [4.4, 6.8], peakKilometresPerHour: [5.5, 9] },
    plan: walking({ kilometresPerHour: [5.8, 6.8] }, onStreets),
  }),
  walkKind({
    ...{ ...inPark, why: 'a walk with the dog, there and back', count: 4, lengthMetres: [500, 2200] },
    ...{ meanKilometresPerHour: [1.6, 4], peakKilometresPerHour: [3, 6.5] },
    plan: walking({ kilometresPerHour: [3.2, 4.6], pauses: dog }, thereAndBack),
  }),
  walkKind({
    ...{ ...inPark, why: 'running laps in a park at an even pace', count: 9, lengthMetres: [2500, 10_000] },
    ...{ meanKilometresPerHour: [9.3, 12.3], peakKilometresPerHour: [10, 16] },
    plan: walking({ kilometresPerHour: [10, 12] }, laps),
  }),
  walkKind({
    ...{ ...usual, why: 'running along streets with lights', count: 7, lengthMetres: [2000, 8000] },
    ...{ meanKilometresPerHour: [7.5, 12], peakKilometresPerHour: [10, 16] },
    plan: walking({ kilometresPerHour: [10, 12] }, onStreets),
  }),
];
