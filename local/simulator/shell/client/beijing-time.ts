const BEIJING_MS = 8 * 3_600_000;
const weekdays = '日一二三四五六';

const shifted = (atMs: number): string => new Date(atMs + BEIJING_MS).toISOString();

/** `18:42` */
export const minuteText = (atMs: number): string => shifted(atMs).slice(11, 16);

/** `18:42:07` */
export const secondText = (atMs: number): string => shifted(atMs).slice(11, 19);

/** `11月20日 周五` */
export function dayText(atMs: number): string {
  const day = shifted(atMs);
  const weekday = weekdays[new Date(atMs + BEIJING_MS).getUTCDay()];
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日 周${weekday}`;
}
