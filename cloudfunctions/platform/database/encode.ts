import { type Condition, type Conditions, Increment } from './database';

/** The commands of the SDK that conditions and patches are made of. */
export interface CloudCommand {
  gt(value: unknown): Combinable;
  gte(value: unknown): Combinable;
  lt(value: unknown): Combinable;
  lte(value: unknown): Combinable;
  in(values: readonly unknown[]): Combinable;
  set(value: unknown): unknown;
  inc(by: number): unknown;
}
interface Combinable {
  and(other: Combinable): Combinable;
}

function encodeCondition(condition: Condition, command: CloudCommand): unknown {
  if (condition === null || typeof condition !== 'object') return condition;
  if ('oneOf' in condition) return command.in(condition.oneOf);
  const bounds: Combinable[] = [];
  if (condition.above !== undefined) bounds.push(command.gt(condition.above));
  if (condition.from !== undefined) bounds.push(command.gte(condition.from));
  if (condition.below !== undefined) bounds.push(command.lt(condition.below));
  if (condition.upTo !== undefined) bounds.push(command.lte(condition.upTo));
  return bounds.reduce((all, next) => all.and(next));
}

export const encodeConditions = (conditions: Conditions, command: CloudCommand): object =>
  Object.fromEntries(
    Object.entries(conditions).map(([field, condition]) => [field, encodeCondition(condition, command)]),
  );

/**
 * Values are wrapped in `set`: the SDK flattens a bare object into dotted paths and so merges it into the old one,
 * where a use case means to replace it.
 */
export const encodePatch = (patch: object, command: CloudCommand): object =>
  Object.fromEntries(
    Object.entries(patch)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [
        field,
        value instanceof Increment ? command.inc(value.by) : command.set(value),
      ]),
  );

/** A copy without `undefined` fields, and one that the SDK may write its `_id` into. */
export const plainCopy = (document: object): object =>
  Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined));
