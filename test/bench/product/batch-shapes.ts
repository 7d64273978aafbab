import type { RideDay } from './metro-rides';

/** What a batch of rides is made of. */
export interface BatchShape {
  name: string;
  riders: number;
  days: number;
  /** Rides of each rider on each of the days. */
  ridesADay: number;
  /** The same batch has been sent before. */
  isRepeated?: true;
}

export const batchShapes: readonly BatchShape[] = [
  { name: '1-rider-1-ride', riders: 1, days: 1, ridesADay: 1 },
  { name: '1-rider-5-rides-of-a-day', riders: 1, days: 1, ridesADay: 5 },
  { name: '1-rider-7-days', riders: 1, days: 7, ridesADay: 2 },
  { name: '20-riders-1-ride-each', riders: 20, days: 1, ridesADay: 1 },
  { name: '20-riders-3-rides-each', riders: 20, days: 1, ridesADay: 3 },
  { name: '10-riders-3-days', riders: 10, days: 3, ridesADay: 2 },
  { name: '20-riders-sent-again', riders: 20, days: 1, ridesADay: 1, isRepeated: true },
];

export const cardsOf = ({ name, riders }: BatchShape): string[] =>
  Array.from({ length: riders }, (_, rider) => `${name}-card-${rider}`);

export const rideDaysOf = (shape: BatchShape): RideDay[] =>
  cardsOf(shape).flatMap(riderToken =>
    Array.from({ length: shape.days }, (_, day) => ({
      riderToken,
      daysAgo: 1 + day,
      rides: shape.ridesADay,
    })),
  );
