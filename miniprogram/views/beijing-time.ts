/** Beijing days and times for people. Beijing is UTC+8 all year, and the phone has no `Intl`. */
const BEIJING_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

const iso = (atMs: number): string => new Date(atMs + BEIJING_OFFSET_MS).toISOString();

/** `2026-11-20` */
export const beijingDay = (atMs: number): string => iso(atMs).slice(0, 10);

/** `2026-11` */
export const beijingMonth = (atMs: number): string => iso(atMs).slice(0, 7);

/** `08:12` */
export const clockText = (atMs: number): string => iso(atMs).slice(11, 16);

/** `11月20日`, with the year where it is not the one of `today`. */
export function dayText(day: string, today: string): string {
  const [year, month, date] = day.split('-').map(Number);
  const inYear = `${month}月${date}日`;
  return day.slice(0, 4) === today.slice(0, 4) ? inYear : `${year}年${inYear}`;
}

/** The day so many days later, or earlier. */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + count * DAY_MS).toISOString().slice(0, 10);

/** `今天`, `昨天`, else the day. */
export function nearDayText(day: string, today: string): string {
  if (day === today) return '今天';
  return day === addDays(today, -1) ? '昨天' : dayText(day, today);
}

/** `11月`, with the year where it is not the one of `today`. */
export function monthText(month: string, today: string): string {
  const [year, number] = month.split('-').map(Number);
  return month.slice(0, 4) === today.slice(0, 4) ? `${number}月` : `${year}年${number}月`;
}

/** `今天 09:03` */
export const momentText = (atMs: number, nowMs: number): string =>
  `${nearDayText(beijingDay(atMs), beijingDay(nowMs))} ${clockText(atMs)}`;

/** The last day of a month, `2028-11-30`. */
export function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10);
}
