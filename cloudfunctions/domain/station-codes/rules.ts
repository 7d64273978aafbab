import { beijingDay, startOfDayMs } from '../../platform/beijing-time';

/** Entrances lie some way from the platform whose coordinates are known; own judgement. */
export const NEAR_METRES = 500;

/** A position that may be wrong by more than that says nothing about 500 m. */
export const WORST_ACCURACY_METRES = 500;

/** As long as gates in Beijing and Shanghai let people stay; those in Shenzhen call it too long after 210 minutes. */
export const LONGEST_MS = 4 * 3_600_000;

/** So long a trip whose exit was forgotten is shown; where somebody was is not kept longer. */
export const FORGOTTEN_SHOWN_MS = 7 * 24 * 3_600_000;

/** So long it is known where somebody came out, to tell where he cannot go in yet. */
export const LAST_EXIT_KEPT_MS = 24 * 3_600_000;

/** A code on a screen is replaced so often … */
export const SCREEN_STEP_MS = 30_000;

/** … and still good while the next one is shown: somebody may just have raised his phone. */
export const STEPS_GOOD = 1;

/** Clocks of two instances of a function differ by less than that. */
const STEPS_AHEAD = 1;

export const screenStepAt = (nowMs: number): number => Math.floor(nowMs / SCREEN_STEP_MS);

export function isScreenStepGood(step: number, nowMs: number): boolean {
  const current = screenStepAt(nowMs);
  return step >= current - STEPS_GOOD && step <= current + STEPS_AHEAD;
}

export type PlaceProblem = 'TOO_FAR_FROM_STATION' | 'LOCATION_UNSURE';

/** Whether a phone that says to be so far from a station, give or take its accuracy, may be at it. */
export function placeProblem(metresAway: number, accuracyMetres: number): PlaceProblem | null {
  if (accuracyMetres > WORST_ACCURACY_METRES) return 'LOCATION_UNSURE';
  return metresAway > NEAR_METRES ? 'TOO_FAR_FROM_STATION' : null;
}

const MINUTE_MS = 60_000;

/**
 * First trains leave the ends of the lines between 06:00 and 06:30, last ones between 22:49 and midnight, and need up to an
 * hour (published first and last trains of lines 1–10; the rest is our judgement). Wider than any line's own hours: they
 * are to refuse what cannot have been.
 */
export const OPENS_MINUTE = 6 * 60;
export const LAST_EXIT_MINUTE = 60;

const minuteOfDay = (atMs: number): number => Math.floor((atMs - startOfDayMs(beijingDay(atMs))) / MINUTE_MS);

/** Whether somebody can go in at that time. */
export const isOpenForEntry = (atMs: number): boolean => minuteOfDay(atMs) >= OPENS_MINUTE;

/** Whether somebody can come out at that time: last trains arrive after midnight. */
export const isOpenForExit = (atMs: number): boolean =>
  isOpenForEntry(atMs) || minuteOfDay(atMs) < LAST_EXIT_MINUTE;

/** Trains reach 120 km/h at most, and they stop, and riders walk from and to the gates. As for rides of partners. */
export const FASTEST_KM_AN_HOUR = 80;
/** Stairs, a platform and a train: even one stop takes a minute. */
export const SHORTEST_MS = MINUTE_MS;
/** A third of what trains of the network average with their stops: changes and waiting are in it. Own judgement. */
export const SLOWEST_KM_AN_HOUR = 10;
/** For the way to and from the platforms at both ends, a missed train, a crowd. Own judgement. */
export const ALLOWANCE_MS = 30 * MINUTE_MS;

const METRE_HOURS_MS = 3_600;

export type TimeProblem = 'IMPOSSIBLE_SPEED' | 'TOO_SLOW' | 'STATION_CLOSED';

/** Whether a train can have carried somebody over `metres` of track from the one scan to the other. */
export function timeProblem(metres: number, fromMs: number, toMs: number): TimeProblem | null {
  const durationMs = toMs - fromMs;
  if (durationMs < SHORTEST_MS || metres * METRE_HOURS_MS > FASTEST_KM_AN_HOUR * durationMs) {
    return 'IMPOSSIBLE_SPEED';
  }
  if (metres * METRE_HOURS_MS < SLOWEST_KM_AN_HOUR * (durationMs - ALLOWANCE_MS)) return 'TOO_SLOW';
  return isOpenForExit(toMs) ? null : 'STATION_CLOSED';
}

/** Nothing on the ground is faster, from one station's door to another's. */
export const FASTEST_BETWEEN_TRIPS_KM_AN_HOUR = 120;

/** Whether somebody who left one station can be at another, so far as the crow flies, that much later. */
export const canHaveCome = (straightMetres: number, durationMs: number): boolean =>
  straightMetres * METRE_HOURS_MS <= FASTEST_BETWEEN_TRIPS_KM_AN_HOUR * durationMs;
