import * as accumulators from 'mingo/operators/accumulator';
import type { Options } from 'mingo/types';
import { encodeEjson } from '../ejson';

type Accumulator = (group: unknown[], operand: unknown, options: Options) => unknown;

/** `$push`: MongoDB leaves out the documents that do not have the field, mingo adds null for them. */
const push: Accumulator = (group, operand, options) => presentValues(group, operand, options);

const addToSet: Accumulator = (group, operand, options) => {
  const distinct = new Map<string, unknown>();
  for (const value of presentValues(group, operand, options)) {
    const text = encodeEjson(value);
    if (!distinct.has(text)) distinct.set(text, value);
  }
  return [...distinct.values()];
};

/** Wrapped in an object each value keeps the difference between null and missing. */
function presentValues(group: unknown[], operand: unknown, options: Options): unknown[] {
  const wrapped = accumulators.$push(group as never, { value: operand } as never, options);
  return (wrapped as { value: unknown }[]).map(({ value }) => value).filter(value => value !== undefined);
}

export const ACCUMULATORS = { $push: push, $addToSet: addToSet };
