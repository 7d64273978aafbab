import { evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';
import { requestFailed } from '../query-error';

/** An aggregation expression as mingo calls it: the document (or group), the operand and its own options. */
export type Expression = (document: unknown, operand: unknown, options: Options) => unknown;

/** The operand of an operator with one argument: an array of one is the argument itself, as in MongoDB. */
export function soleOperand(operand: unknown): unknown {
  return Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;
}

/** Evaluates a list of arguments and refuses a wrong number of them. */
export function evaluateArguments(
  name: string,
  document: unknown,
  operand: unknown,
  options: Options,
  [least, most]: readonly [number, number],
): unknown[] {
  if (!Array.isArray(operand) || operand.length < least || operand.length > most) {
    throw requestFailed(`Expression ${name} takes at least ${least} arguments and at most ${most}`);
  }
  return operand.map(argument => evalExpr(document, argument, options));
}

export function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
