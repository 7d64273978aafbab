/**
 * How long a trip takes is estimated, to help somebody choose; nothing is paid by it. All numbers here are our own
 * judgement of a large Chinese city by day, and the methodology page says so.
 */
export interface Pace {
  /** Door to door without the moving part: walking to a stop, waiting, finding a bicycle or a place to park. */
  extraMinutes: number;
  kmAnHour: number;
  /** Nobody is advised to go further than this by it. */
  mostMetres: number;
}

const WITHOUT_END = Number.MAX_SAFE_INTEGER;

/** By mode; a mode that is not here is not offered. */
const paces: ReadonlyMap<string, Pace> = new Map([
  ['metro', { extraMinutes: 6, kmAnHour: 35, mostMetres: WITHOUT_END }],
  ['bus', { extraMinutes: 10, kmAnHour: 16, mostMetres: 40_000 }],
  ['shared-bike', { extraMinutes: 3, kmAnHour: 12, mostMetres: 10_000 }],
  ['nev', { extraMinutes: 6, kmAnHour: 25, mostMetres: WITHOUT_END }],
  ['shared-e-bike', { extraMinutes: 3, kmAnHour: 18, mostMetres: 20_000 }],
]);

export const paceOf = (mode: string): Pace | undefined => paces.get(mode);

export const carPace: Pace = { extraMinutes: 5, kmAnHour: 25, mostMetres: WITHOUT_END };

/** For each change of line. */
export const CHANGE_MINUTES = 4;

/** On foot to a station and from one. */
export const WALKING_KM_AN_HOUR = 4.5;

const METRES_A_KM = 1_000;
const MINUTES_AN_HOUR = 60;

/** Whole minutes, rounded up. */
export const minutesFor = (metres: number, kmAnHour: number): number =>
  Math.ceil((metres * MINUTES_AN_HOUR) / (kmAnHour * METRES_A_KM));
