import { thousands } from './amounts';
import { monthText } from './beijing-time';

/** Rows that are drawn, or left out while they are far from the screen, together. */
export interface RowBlock<Row> {
  /** `2026-11-0`: the month and the block's place in it. */
  key: string;
  rows: Row[];
}

/** Rows of one month under its heading. */
export interface MonthSection<Row> {
  month: string;
  title: string;
  /** What the server says of the whole month; empty while it has not. */
  sum: string;
  blocks: RowBlock<Row>[];
}

/** Few, as a block that is seen in part is drawn whole. */
const ROWS_A_BLOCK = 5;

function addRow<Row>({ month, blocks }: MonthSection<Row>, row: Row): void {
  const last = blocks[blocks.length - 1];
  if (last && last.rows.length < ROWS_A_BLOCK) last.rows.push(row);
  else blocks.push({ key: `${month}-${blocks.length}`, rows: [row] });
}

/** Puts rows, latest first, under their months, in that order. */
export function sectionByMonth<Row>(
  rows: readonly { month: string; row: Row }[],
  sums: Readonly<Record<string, string>>,
  today: string,
): MonthSection<Row>[] {
  const sections: MonthSection<Row>[] = [];
  for (const { month, row } of rows) {
    if (sections[sections.length - 1]?.month !== month) {
      sections.push({ month, title: monthText(month, today), sum: sums[month] ?? '', blocks: [] });
    }
    addRow(sections[sections.length - 1]!, row);
  }
  return sections;
}

/**
 * What a further page has changed, as paths for `setData` of `sections`: the rows that are shown already are not sent
 * again, however long the list has become.
 */
export function furtherRows<Row>(
  shown: readonly MonthSection<Row>[],
  sections: readonly MonthSection<Row>[],
): Record<string, unknown> {
  const changed: [string, unknown][] = [];
  for (const [at, section] of sections.entries()) {
    const before = shown[at];
    if (!before) changed.push([`sections[${at}]`, section]);
    else {
      if (before.sum !== section.sum) changed.push([`sections[${at}].sum`, section.sum]);
      for (const [place, block] of section.blocks.entries()) {
        if (before.blocks[place]?.rows.length === block.rows.length) continue;
        changed.push([`sections[${at}].blocks[${place}]`, block]);
      }
    }
  }
  return Object.fromEntries(changed);
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
