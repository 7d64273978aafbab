import { thousands } from './amounts';
import { monthText } from './beijing-time';

/** Rows of one month under its heading. */
export interface MonthSection<Row> {
  month: string;
  title: string;
  /** What the server says of the whole month; empty while it has not. */
  sum: string;
  rows: Row[];
}

/** Puts rows, latest first, under their months, in that order. */
export function sectionByMonth<Row>(
  rows: readonly { month: string; row: Row }[],
  sums: Readonly<Record<string, string>>,
  today: string,
): MonthSection<Row>[] {
  const sections: MonthSection<Row>[] = [];
  for (const { month, row } of rows) {
    const last = sections[sections.length - 1];
    if (last?.month === month) last.rows.push(row);
    else sections.push({ month, title: monthText(month, today), sum: sums[month] ?? '', rows: [row] });
  }
  return sections;
}

/** `12 趟 · 减排 3,221 克`, by month. */
export const tripSums = (
  months: readonly { month: string; trips: number; grams: number }[],
): Record<string, string> =>
  Object.fromEntries(
    months.map(({ month, trips, grams }) => [month, `${trips} 趟 · 减排 ${thousands(grams)} 克`]),
  );

interface Movement {
  received: number;
  left: number;
}

/** `收入 3,221 · 支出 41`, both kinds together or one of them, by month. */
export function movementSums(
  months: readonly { month: string; carbon: Movement; bonus: Movement }[],
  kind: 'carbon' | 'bonus' | null,
): Record<string, string> {
  const textOf = ({ carbon, bonus }: { carbon: Movement; bonus: Movement }) => {
    const counted = kind === null ? [carbon, bonus] : [kind === 'carbon' ? carbon : bonus];
    const received = counted.reduce((sum, one) => sum + one.received, 0);
    const left = counted.reduce((sum, one) => sum + one.left, 0);
    return `收入 ${thousands(received)} · 支出 ${thousands(left)}`;
  };
  return Object.fromEntries(months.map(month => [month.month, textOf(month)]));
}
