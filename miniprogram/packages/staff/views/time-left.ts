const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `还剩 3 小时`; empty without a deadline. Rounded down: nobody relies on time that is not there. */
export function timeLeft(dueAtMs: number | null, nowMs: number): string {
  if (dueAtMs === null) return '';
  const leftMs = dueAtMs - nowMs;
  if (leftMs <= 0) return '已到期';
  if (leftMs >= 2 * DAY_MS) return `还剩 ${Math.floor(leftMs / DAY_MS)} 天`;
  if (leftMs >= HOUR_MS) return `还剩 ${Math.floor(leftMs / HOUR_MS)} 小时`;
  return `还剩 ${Math.max(1, Math.floor(leftMs / MINUTE_MS))} 分钟`;
}
