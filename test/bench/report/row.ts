import type { Goal, Measurement } from '../bench';

/** One line of the result file. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  /** The bound; null where the value is only reported. */
  goal: number | null;
  /** Null where there is no goal. */
  pass: boolean | null;
}

export const meets = (value: number, goal: Goal): boolean =>
  'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;

/** Throws for a value that is no number: nothing was measured then, which must not look like a result. */
export function rowOf({ name, value, unit, goal }: Measurement): Row {
  if (!Number.isFinite(value)) throw new Error(`${name} is ${value}`);
  if (!goal) return { name, value, unit, goal: null, pass: null };
  const bound = 'atMost' in goal ? goal.atMost : goal.atLeast;
  return { name, value, unit, goal: bound, pass: meets(value, goal) };
}
