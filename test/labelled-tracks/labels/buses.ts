import { haltRegularly } from '../motion/obstacles';
import type { TrafficState } from '../motion/traffic';
import { downtownSky, quarterSky } from '../phone/sky';
import type { Range } from '../random';
import type { StreetGrid } from '../streets/plan-streets';
import { type Driving, driving } from './drive-journey';
import { type Kind, usualGaps } from './kind';

const line: StreetGrid = { blockMetres: [260, 520], lightChance: 0.7, turnChance: 0.12 };

const ordinary: readonly TrafficState[] = [
  { weight: 4, kilometresPerHour: [35, 60], seconds: [20, 70] },
  { weight: 2, kilometresPerHour: [15, 30], seconds: [10, 35] },
];
const ownLane: readonly TrafficState[] = [{ weight: 1, kilometresPerHour: [42, 60], seconds: [20, 80] }];
const downtown: readonly TrafficState[] = [
  { weight: 3, kilometresPerHour: [8, 18], seconds: [15, 60] },
  { weight: 3, kilometresPerHour: [20, 32], seconds: [15, 45] },
  { weight: 2, kilometresPerHour: [36, 46], seconds: [12, 30] },
  { weight: 1, kilometresPerHour: [0, 0], seconds: [5, 25] },
];

const stopMetres: Range = [400, 600];
const dwellSeconds: Range = [15, 40];

const stopping =
  (skipChance: number): Driving['halts'] =>
  (route, random) =>
    haltRegularly(route, { everyMetres: stopMetres, haltSeconds: dwellSeconds, skipChance }, random);

/** Standing passengers want it gentle. */
const bus: Driving = {
  kilometresPerHour: [38, 48],
  grid: line,
  lights: { redChance: 0.4, waitSeconds: [12, 60], queueMetres: [0, 40] },
  traffic: ordinary,
  accelerationMetresPerSecondSquared: [0.9, 1.4],
  brakingMetresPerSecondSquared: [1, 1.5],
  endSeconds: [5, 40],
  halts: stopping(0.05),
};

const busKind = ({
  how,
  ...kind
}: Omit<Kind, 'label' | 'plan' | 'skies' | 'gaps'> & { how: Driving }): Kind => ({
  ...kind,
  ...{ label: 'bus', plan: driving(how), skies: [quarterSky, downtownSky], gaps: usualGaps },
});

export const busKinds: readonly Kind[] = [
  busKind({
    ...{ why: 'a bus in ordinary traffic', count: 16, lengthMetres: [1500, 12_000] },
    ...{ meanKilometresPerHour: [12, 21], peakKilometresPerHour: [35, 50], how: bus },
  }),
  busKind({
    ...{ why: 'a bus on its own lane', count: 12, lengthMetres: [2000, 14_000] },
    ...{ meanKilometresPerHour: [15, 26], peakKilometresPerHour: [38, 50] },
    how: { ...bus, traffic: ownLane, lights: { ...bus.lights, redChance: 0.25 } },
  }),
  busKind({
    ...{ why: 'a slow bus downtown', count: 16, lengthMetres: [1200, 7000] },
    ...{
      meanKilometresPerHour: [8, 14],
      peakKilometresPerHour: [30, 46],
      how: { ...bus, traffic: downtown },
    },
  }),
  busKind({
    ...{ why: 'a bus in the evening that skips stops', count: 6, lengthMetres: [2500, 14_000] },
    ...{ meanKilometresPerHour: [15, 28], peakKilometresPerHour: [36, 50] },
    how: { ...bus, traffic: ownLane, halts: stopping(0.4) },
  }),
];
