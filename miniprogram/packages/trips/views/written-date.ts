import { addDays, lastDayOf } from '../../../views/beijing-time';

const nearDays: Readonly<Record<string, number>> = { 今天: 0, 昨天: -1, 前天: -2 };

/** `2026-03`, `2026/3/5`, `2026年3月5日`, `3月`, `3月5号`, `3/5`. A lone `3-5` may be anything. */
const WITH_YEAR = /^(20\d\d)(?:[-/.年](\d{1,2}))(?:月|[-/.月](\d{1,2})[日号]?)?$/;
const WITHOUT_YEAR = /^(\d{1,2})(?:月|[/月](\d{1,2})[日号]?)$/;

const twoDigits = (part: string | number): string => String(part).padStart(2, '0');

/** `2026-03` or `2026-03-05`; null where the calendar has no such month or day. */
function asDate(year: number, month: string, date: string | undefined): string | null {
  if (Number(month) < 1 || Number(month) > 12) return null;
  const inMonth = `${year}-${twoDigits(month)}`;
  if (date === undefined) return inMonth;
  const day = `${inMonth}-${twoDigits(date)}`;
  return Number(date) >= 1 && day <= lastDayOf(inMonth) ? day : null;
}

/** The latest of that name that is not still to come; 29 February is as old as the last leap year. */
function latestDate(month: string, date: string | undefined, today: string): string | null {
  const thisYear = Number(today.slice(0, 4));
  for (let year = thisYear; year > thisYear - 8; year -= 1) {
    const found = asDate(year, month, date);
    if (found !== null && found <= today) return found;
  }
  return null;
}

/**
 * The day or month that somebody wrote, as `2026-03-05` or `2026-03`; null where it is none. Without a year it is the
 * latest that has been, seen from `today`.
 */
export function writtenDate(text: string, today: string): string | null {
  const near = nearDays[text];
  if (near !== undefined) return addDays(today, near);
  const written = text.normalize('NFKC').replace(/\s/g, '');
  const [, year, yearsMonth, yearsDate] = WITH_YEAR.exec(written) ?? [];
  if (year !== undefined && yearsMonth !== undefined) return asDate(Number(year), yearsMonth, yearsDate);
  const [, month, date] = WITHOUT_YEAR.exec(written) ?? [];
  return month === undefined ? null : latestDate(month, date, today);
}
