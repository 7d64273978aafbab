import { thousands } from '../../../views/amounts';
import { type LineStyle, lineStyle } from '../../../views/metro-lines';
import type { RidesYear } from '../services/statement';

/** A line by its name and colours, and how often it was used. */
export interface LinePlate extends LineStyle {
  /** `300 趟` */
  trips: string;
}

/** A number of a picture, its unit, and what it counts. */
export interface PictureFigure {
  value: string;
  unit: string;
  name: string;
}

const METRES_A_KILOMETRE = 1_000;

type Travel = Pick<RidesYear, 'trips' | 'grams' | 'days' | 'metres' | 'stations' | 'lines'>;

/** Trips with the days that they were on, the way, and the stations. */
export const figuresOf = ({ trips, days, metres, stations }: Travel): PictureFigure[] => [
  { value: thousands(trips), unit: '趟', name: `在 ${thousands(days)} 天里` },
  { value: thousands(Math.floor(metres / METRES_A_KILOMETRE)), unit: '公里', name: '绿色里程' },
  { value: thousands(stations), unit: '座', name: '到过的车站' },
];

/** The line that most trips used; null where none is known. */
export function plateOf({ lines: [first] }: Travel): LinePlate | null {
  return first ? { ...lineStyle(first.line), trips: `${thousands(first.trips)} 趟` } : null;
}

/** What a picture shows in numbers, as words for who cannot see it. */
export const travelWords = (travel: Travel): string[] => [
  ...figuresOf(travel).map(({ name, value, unit }) => `${name} ${value} ${unit}`),
  ...travel.lines.slice(0, 1).map(({ line }) => `坐得最多的是 ${line}`),
];
