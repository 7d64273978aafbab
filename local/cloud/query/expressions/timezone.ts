import { requestFailed } from '../query-error';

const OFFSET = /^([+-])(\d{2}):?(\d{2})?$/;

/** How far local time is ahead of UTC at an instant, in milliseconds; Olson names and offsets such as +08:00. */
export function timezoneOffsetMs(instant: Date, timezone: unknown): number {
  if (timezone === undefined || timezone === null) return 0;
  const [, sign, hours, minutes] = OFFSET.exec(String(timezone)) ?? [];
  if (sign === undefined) return namedOffsetMs(instant, String(timezone));
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0)) * 60_000;
}

function namedOffsetMs(instant: Date, timeZone: string): number {
  const local = Object.fromEntries(
    formatter(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const localMs = Date.UTC(
    local.year!,
    local.month! - 1,
    local.day,
    local.hour,
    local.minute,
    local.second,
    instant.getUTCMilliseconds(),
  );
  return localMs - instant.getTime();
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw requestFailed(`unrecognized time zone identifier: "${timeZone}"`);
  }
}

/** The instant of a local time given as if it were UTC; a second look settles the hours around a change of offset. */
export function instantOfLocal(localAsUtcMs: number, timezone: unknown): Date {
  const guess = localAsUtcMs - timezoneOffsetMs(new Date(localAsUtcMs), timezone);
  return new Date(localAsUtcMs - timezoneOffsetMs(new Date(guess), timezone));
}
