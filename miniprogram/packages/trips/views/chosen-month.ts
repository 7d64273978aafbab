const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

/** The month that a page was opened with, or the one of today. */
export const monthOr = (asked: string | undefined, today: string): string =>
  asked !== undefined && MONTH.test(asked) ? asked : today.slice(0, 7);

/** `2026年11月` */
export const monthName = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

/** The months from the first one that has something to this one. */
export function monthsOf(firstDay: string | null, today: string): { first: string; last: string } {
  return { first: (firstDay ?? today).slice(0, 7), last: today.slice(0, 7) };
}

/** The month so many months later, or earlier. */
export function stepMonth(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number! - 1 + by, 1)).toISOString().slice(0, 7);
}
