import { DAY_MS } from '../../platform/beijing-time';

/** A track that is not finished a day after it was begun is thrown away. */
export const OPEN_MS = DAY_MS;

/** How long readings are kept, for the rider to look at and to ask about. */
export const POINTS_KEPT_DAYS = 30;

/** For so long after its readings a track is known again. */
export const MARKS_KEPT_DAYS = 180;

/** The phone sets its time by the server's; a call takes some seconds each way. */
export const CLOCKS_APART_MS = 60_000;

/** More than four hours at one reading a second. */
export const MOST_POINTS = 15_000;
