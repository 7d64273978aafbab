import type { Goal, Measurement } from '../bench';
import { meets } from './row';

/** Three digits are more than a shared machine can tell. */
function shown(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en');
  return value.toPrecision(3);
}

const goalText = (goal: Goal): string =>
  'atMost' in goal ? `≤ ${shown(goal.atMost)}` : `≥ ${shown(goal.atLeast)}`;

function cellsOf({ name, value, unit, goal, spread }: Measurement): string[] {
  return [
    name,
    shown(value),
    unit,
    spread ? `${shown(spread[0])} … ${shown(spread[1])}` : '',
    goal ? goalText(goal) : '',
    goal ? (meets(value, goal) ? 'met' : 'MISSED') : '',
  ];
}

const HEAD = ['bench', 'value', 'unit', 'lowest … highest round', 'goal', ''];
/** The column of the values, which are read from the right. */
const VALUE_COLUMN = 1;

/** All measurements as aligned text, and a last line that counts the goals. */
export function tableOf(measurements: readonly Measurement[]): string {
  const lines = [HEAD, ...measurements.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map(cells => cells[column]!.length)));
  const text = lines.map(cells =>
    cells
      .map((cell, column) =>
        column === VALUE_COLUMN ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  );
  return [...text, '', goalsLine(measurements)].join('\n');
}

function goalsLine(measurements: readonly Measurement[]): string {
  const withGoal = measurements.filter(({ goal }) => goal !== undefined);
  const met = withGoal.filter(({ value, goal }) => meets(value, goal!));
  return `${met.length} of ${withGoal.length} goals met`;
}
