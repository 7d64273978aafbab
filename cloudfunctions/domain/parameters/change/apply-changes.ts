import { Refusal } from '../../../contract/errors';
import type { Difference } from '../../../contract/staff/shapes';
import type { Parameters } from '../rules';
import { valueProblem } from './check-values';
import { definitionOf, definitions } from './definitions';

export interface NewValue {
  path: string;
  value: number;
}

export interface Change {
  path: string;
  before: number;
  after: number;
}

const invalid = (field: string, reason: string): Refusal => new Refusal('INVALID_INPUT', { field, reason });

/** The parameters with these values; `INVALID_INPUT` names the path that is unknown, or out of bounds afterwards. */
export function withValues(parameters: Parameters, values: readonly NewValue[]): Parameters {
  let changed = parameters;
  for (const { path, value } of values) {
    const definition = definitionOf(path);
    if (!definition) throw invalid(path, '没有这个参数');
    changed = definition.write(changed, value);
    // What cannot hold the value as it is would take another one silently.
    if (definition.read(changed) !== value)
      throw invalid(path, `应在 ${definition.least} 和 ${definition.most} 之间`);
  }
  const problem = valueProblem(changed);
  if (problem) throw invalid(problem.field, problem.reason);
  return changed;
}

/** What two versions differ in, in the order of the console. */
export const changesBetween = (before: Parameters, after: Parameters): Change[] =>
  definitions
    .map(({ path, read }) => ({ path, before: read(before), after: read(after) }))
    .filter(change => change.before !== change.after);

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** A change as people read it before they agree. */
export function differenceOf({ path, before, after }: Change): Difference {
  const { label = path, unit = '' } = definitionOf(path) ?? {};
  const shown = (value: number): string => `${grouped(value)} ${unit}`;
  return { label, before: shown(before), after: shown(after) };
}
