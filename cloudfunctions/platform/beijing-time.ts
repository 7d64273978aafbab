/**
 * Beijing days and months. Beijing has kept UTC+8 without daylight saving since 1992, and the phone has no `Intl`,
 * so days are computed by that fixed offset. Pure; days are `YYYY-MM-DD`, months `YYYY-MM`.
 */
const BEIJING_OFFSET_MS = 8 * 3_600_000;
export const DAY_MS = 86_400_000;

export const beijingDay = (atMs: number): string =>
  new Date(atMs + BEIJING_OFFSET_MS).toISOString().slice(0, 10);

/** `2026-11-10 08:05` */
export const beijingMinute = (atMs: number): string =>
  new Date(atMs + BEIJING_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');

export const beijingMonth = (atMs: number): string => beijingDay(atMs).slice(0, 7);

/** The instant at which the day begins in Beijing. */
export const startOfDayMs = (day: string): number => Date.parse(`${day}T00:00:00.000Z`) - BEIJING_OFFSET_MS;

/** The first instant after the day. */
export const endOfDayMs = (day: string): number => startOfDayMs(day) + DAY_MS;

/** False for texts that look like a day but are none, such as 2026-02-30. */
export const isDay = (text: string): boolean => {
  const startMs = /^\d{4}-\d{2}-\d{2}$/.test(text) ? startOfDayMs(text) : Number.NaN;
  return !Number.isNaN(startMs) && beijingDay(startMs) === text;
};

export const addDays = (day: string, count: number): string => beijingDay(startOfDayMs(day) + count * DAY_MS);

export function addMonths(month: string, count: number): string {
  const [year, monthOfYear] = month.split('-').map(Number);
  const months = year! * 12 + (monthOfYear! - 1) + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The first instant after the month. */
export const endOfMonthMs = (month: string): number => startOfDayMs(`${addMonths(month, 1)}-01`);

/** January first. */
export const monthsOfYear = (year: number): string[] =>
  Array.from({ length: 12 }, (_, index) => addMonths(`${year}-01`, index));

export function daysOfMonth(month: string): string[] {
  const days = [`${month}-01`];
  for (let next = addDays(days[0]!, 1); next.startsWith(month); next = addDays(next, 1)) days.push(next);
  return days;
}

/** The seven days, Monday first, of the week that the day lies in. */
export function weekOf(day: string): string[] {
  const sinceMonday = (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, index) => addDays(day, index - sinceMonday));
}

/** The days that the half-open interval [fromMs, toMs) touches; an empty interval touches the day it lies in. */
export function daysTouched(fromMs: number, toMs: number): string[] {
  const days = [beijingDay(fromMs)];
  const last = beijingDay(Math.max(fromMs, toMs - 1));
  while (days.at(-1)! < last) days.push(addDays(days.at(-1)!, 1));
  return days;
}
