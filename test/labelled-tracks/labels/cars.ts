import type { Obstacle } from '../motion/journey';
import type { TrafficState } from '../motion/traffic';
import { downtownSky, quarterSky } from '../phone/sky';
import type { Random } from '../random';
import type { StreetGrid } from '../streets/plan-streets';
import type { Route } from '../streets/route';
import { type Driving, driving } from './drive-journey';
import { type Kind, usualGaps } from './kind';

const avenues: StreetGrid = { blockMetres: [220, 520], lightChance: 0.75, turnChance: 0.18 };
const expressway: StreetGrid = { blockMetres: [900, 2500], lightChance: 0.1, turnChance: 0.15 };

const empty: readonly TrafficState[] = [{ weight: 1, kilometresPerHour: [70, 120], seconds: [30, 120] }];
const ordinary: readonly TrafficState[] = [
  { weight: 4, kilometresPerHour: [38, 60], seconds: [15, 60] },
  { weight: 2, kilometresPerHour: [18, 35], seconds: [8, 30] },
];
/** Stop and go, and where the queue dissolves a burst to what the avenue allows. */
const jam: readonly TrafficState[] = [
  { weight: 3, kilometresPerHour: [3, 10], seconds: [15, 60] },
  { weight: 2, kilometresPerHour: [0, 0], seconds: [5, 35] },
  { weight: 3, kilometresPerHour: [14, 26], seconds: [10, 40] },
  { weight: 2, kilometresPerHour: [38, 58], seconds: [12, 35] },
];
/** As slow as bikes for minutes: only few short gaps let a car be a car. */
const thickJam: readonly TrafficState[] = [
  { weight: 4, kilometresPerHour: [8, 16], seconds: [20, 80] },
  { weight: 4, kilometresPerHour: [16, 24], seconds: [20, 70] },
  { weight: 1, kilometresPerHour: [0, 0], seconds: [10, 30] },
  { weight: 1, kilometresPerHour: [36, 50], seconds: [8, 18] },
];

const noHalts = (): Obstacle[] => [];
/** A taxi waits for its passenger at the kerb, often looks for the right gate, and waits again for the payment. */
function pickUps(route: Route, random: Random): Obstacle[] {
  return Array.from({ length: random.whole([1, 3]) }, () => ({
    atMetres: route.lengthMetres * random.between([0.05, 0.9]),
    speedMetresPerSecond: 0,
    holdSeconds: random.between([30, 120]),
  }));
}

const city: Driving = {
  kilometresPerHour: [46, 60],
  grid: avenues,
  lights: { redChance: 0.45, waitSeconds: [15, 75], queueMetres: [0, 50] },
  traffic: ordinary,
  accelerationMetresPerSecondSquared: [1.5, 2.6],
  brakingMetresPerSecondSquared: [1.5, 2.8],
  endSeconds: [5, 40],
  halts: noHalts,
};

const carKind = ({
  how,
  ...kind
}: Omit<Kind, 'label' | 'plan' | 'skies' | 'gaps'> & { how: Driving }): Kind => ({
  ...kind,
  ...{ label: 'car', plan: driving(how), skies: [quarterSky, downtownSky], gaps: usualGaps },
});

export const carKinds: readonly Kind[] = [
  carKind({
    ...{ why: 'a car on free roads', count: 8, lengthMetres: [2500, 15_000] },
    ...{ meanKilometresPerHour: [24, 50], peakKilometresPerHour: [45, 75] },
    how: { ...city, traffic: empty, lights: { ...city.lights, redChance: 0.25 } },
  }),
  carKind({
    ...{ why: 'a car on an expressway', count: 5, lengthMetres: [7000, 20_000] },
    ...{ meanKilometresPerHour: [40, 85], peakKilometresPerHour: [70, 105] },
    how: { ...city, traffic: empty, grid: expressway, kilometresPerHour: [75, 90] },
  }),
  carKind({
    ...{ why: 'a car in ordinary traffic', count: 9, lengthMetres: [2000, 12_000] },
    ...{ meanKilometresPerHour: [18, 32], peakKilometresPerHour: [40, 68], how: city },
  }),
  carKind({
    ...{ why: 'a car in a rush-hour jam with bursts', count: 14, lengthMetres: [1800, 9000] },
    ...{ meanKilometresPerHour: [12, 18], peakKilometresPerHour: [36, 60], how: { ...city, traffic: jam } },
  }),
  carKind({
    ...{ why: 'a car in a jam that lets it go fast only for moments', count: 8, lengthMetres: [1800, 7000] },
    ...{ meanKilometresPerHour: [10, 17], peakKilometresPerHour: [34, 50] },
    how: { ...city, traffic: thickJam, lights: { ...city.lights, redChance: 0.3 } },
  }),
  carKind({
    ...{ why: 'a taxi that picks people up', count: 8, lengthMetres: [1800, 9000] },
    ...{ meanKilometresPerHour: [11, 24], peakKilometresPerHour: [38, 68], how: { ...city, halts: pickUps } },
  }),
  carKind({
    ...{
      why: 'a short drive that ends with looking for a parking lot',
      count: 5,
      lengthMetres: [1200, 3500],
    },
    ...{
      meanKilometresPerHour: [9, 18],
      peakKilometresPerHour: [34, 60],
      how: { ...city, searchMetres: [250, 900] },
    },
  }),
];
