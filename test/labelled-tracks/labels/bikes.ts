import { downtownSky, parkSky, quarterSky } from '../phone/sky';
import type { StreetGrid } from '../streets/plan-streets';
import { type Riding, riding } from './bike-journey';
import { type Kind, openAirGaps, usualGaps } from './kind';

const quarter: StreetGrid = { blockMetres: [90, 320], lightChance: 0.35, turnChance: 0.3 };
const avenues: StreetGrid = { blockMetres: [180, 450], lightChance: 0.6, turnChance: 0.2 };
const greenway: StreetGrid = { blockMetres: [250, 700], lightChance: 0.08, turnChance: 0.5 };

const flat = { redChance: 0.4, steepness: 0.006 };
const city = { skies: [quarterSky, downtownSky], gaps: usualGaps } as const;
const green = { skies: [parkSky, quarterSky], gaps: openAirGaps } as const;

const bikeKind = ({ how, ...kind }: Omit<Kind, 'label' | 'plan'> & { how: Riding }): Kind => ({
  ...kind,
  label: 'bike',
  plan: riding(how),
});

const slow = { ...flat, kilometresPerHour: [8.2, 9.8] as const, grid: quarter };
const commuting = { ...flat, kilometresPerHour: [14, 16.5] as const, grid: quarter };
const sporting = { kilometresPerHour: [26.5, 29.5] as const, redChance: 0.3, steepness: 0.01 };

export const bikeKinds: readonly Kind[] = [
  bikeKind({
    ...{ ...city, why: 'an old rider at nine kilometres per hour', count: 16, lengthMetres: [600, 5000] },
    ...{ meanKilometresPerHour: [5, 10], peakKilometresPerHour: [9, 17], how: slow },
  }),
  bikeKind({
    ...{
      ...city,
      why: 'an old rider who pushes the bike over a bridge',
      count: 5,
      lengthMetres: [1000, 4000],
    },
    ...{ meanKilometresPerHour: [4.5, 9.5], peakKilometresPerHour: [9, 17], how: { ...slow, pushes: true } },
  }),
  bikeKind({
    ...{ ...green, why: 'an unhurried ride along a greenway', count: 10, lengthMetres: [1200, 9000] },
    ...{ meanKilometresPerHour: [9, 14], peakKilometresPerHour: [12, 22] },
    how: { kilometresPerHour: [11, 13.5], grid: greenway, redChance: 0.3, steepness: 0.01 },
  }),
  bikeKind({
    ...{ ...city, why: 'a commuter through a quarter', count: 16, lengthMetres: [900, 7000] },
    ...{ meanKilometresPerHour: [8, 16.5], peakKilometresPerHour: [15, 29], how: commuting },
  }),
  bikeKind({
    ...{
      ...city,
      why: 'a commuter along avenues with long red lights',
      count: 12,
      lengthMetres: [1500, 8000],
    },
    ...{ meanKilometresPerHour: [7, 16.5], peakKilometresPerHour: [15, 29] },
    how: { ...commuting, grid: avenues, redChance: 0.55 },
  }),
  bikeKind({
    ...{
      ...city,
      why: 'a commuter who pushes the bike for a hundred metres',
      count: 7,
      lengthMetres: [1200, 5000],
    },
    ...{
      meanKilometresPerHour: [7, 15.5],
      peakKilometresPerHour: [15, 29],
      how: { ...commuting, pushes: true },
    },
  }),
  bikeKind({
    ...{ ...city, why: 'a ride with a pause in a shop', count: 8, lengthMetres: [1500, 6000] },
    ...{ meanKilometresPerHour: [3.5, 14], peakKilometresPerHour: [13, 29] },
    how: { ...commuting, kilometresPerHour: [12, 17], shops: true },
  }),
  bikeKind({
    ...{ ...city, why: 'a hurried ride on a shared bike', count: 8, lengthMetres: [1200, 6000] },
    ...{ meanKilometresPerHour: [10, 20], peakKilometresPerHour: [18, 33] },
    how: { ...flat, kilometresPerHour: [17.5, 20], grid: quarter },
  }),
  bikeKind({
    ...{ ...city, why: 'a ride over hills', count: 8, lengthMetres: [2000, 9000] },
    ...{ meanKilometresPerHour: [8, 19], peakKilometresPerHour: [20, 38] },
    how: { ...commuting, kilometresPerHour: [14, 18], redChance: 0.3, steepness: 0.035 },
  }),
  bikeKind({
    ...{ ...green, why: 'a round trip that ends where it began', count: 5, lengthMetres: [2000, 9000] },
    ...{ meanKilometresPerHour: [8, 16.5], peakKilometresPerHour: [14, 29] },
    how: { ...commuting, kilometresPerHour: [12, 16], returns: true },
  }),
  bikeKind({
    ...{ ...green, why: 'a road bike', count: 12, lengthMetres: [5000, 20_000] },
    ...{
      meanKilometresPerHour: [19, 29],
      peakKilometresPerHour: [29, 48],
      how: { ...sporting, grid: greenway },
    },
  }),
  bikeKind({
    ...{ ...city, why: 'a road bike in the city', count: 4, lengthMetres: [3000, 12_000] },
    ...{
      meanKilometresPerHour: [14, 26],
      peakKilometresPerHour: [27, 48],
      how: { ...sporting, grid: avenues },
    },
  }),
];
