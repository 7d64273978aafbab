/** Beijing days and times for people, computed as UTC+8: China has had no daylight saving time since 1991. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const OFFSET_MS = 8 * HOUR_MS;

const isoOf = (atMs: number): string => new Date(atMs + OFFSET_MS).toISOString();

/** `YYYY-MM-DD` */
export const dayOf = (atMs: number): string => isoOf(atMs).slice(0, 10);

/** `HH:MM` */
export const timeOf = (atMs: number): string => isoOf(atMs).slice(11, 16);

export const startOfDayMs = (day: string): number => Date.parse(`${day}T00:00:00Z`) - OFFSET_MS;

export const addDays = (day: string, days: number): string => dayOf(startOfDayMs(day) + days * DAY_MS);

export function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
