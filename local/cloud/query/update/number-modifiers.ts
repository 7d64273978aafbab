import { Long } from 'bson';
import { requestFailed } from '../query-error';
import { ABSENT, type ModifyContext, type ModifyValue } from './modifier';
import { typeName } from './type-name';

type Arithmetic = (left: number, right: number) => number;
type WholeArithmetic = (left: bigint, right: bigint) => bigint;

/** `$inc`: adds to a number, a missing field starts at 0. */
export function increment(operand: unknown): ModifyValue {
  refuseNonNumber(operand, 'increment');
  return (current, context) =>
    current === ABSENT
      ? operand
      : arithmetic(
          current,
          operand,
          '$inc',
          context,
          (a, b) => a + b,
          (a, b) => a + b,
        );
}

/** `$mul`: multiplies a number, a missing field becomes 0. */
export function multiply(operand: unknown): ModifyValue {
  refuseNonNumber(operand, 'multiply');
  return (current, context) =>
    current === ABSENT
      ? 0
      : arithmetic(
          current,
          operand,
          '$mul',
          context,
          (a, b) => a * b,
          (a, b) => a * b,
        );
}

function isNumeric(value: unknown): value is number | Long {
  return typeof value === 'number' || value instanceof Long;
}

function refuseNonNumber(operand: unknown, verb: string): void {
  if (!isNumeric(operand)) {
    throw requestFailed(`Cannot ${verb} with non-numeric argument: ${JSON.stringify(operand)}`);
  }
}

function arithmetic(
  current: unknown,
  operand: unknown,
  operator: string,
  context: ModifyContext,
  onDoubles: Arithmetic,
  onWholes: WholeArithmetic,
): number | Long {
  if (typeof current === 'number' && typeof operand === 'number') return onDoubles(current, operand);
  if (!isNumeric(current)) {
    throw requestFailed(
      `Cannot apply ${operator} to a value of non-numeric type. {_id: ${JSON.stringify(context.id)}} has the ` +
        `field '${context.path}' of non-numeric type ${typeName(current)}`,
    );
  }
  return withLong(current, operand as number | Long, onDoubles, onWholes);
}

/** A Long is one that no double holds; a fraction on the other side makes the result a double, as in MongoDB. */
function withLong(
  left: number | Long,
  right: number | Long,
  onDoubles: Arithmetic,
  onWholes: WholeArithmetic,
): number | Long {
  if (![left, right].every(value => value instanceof Long || Number.isInteger(value))) {
    return onDoubles(Number(left), Number(right));
  }
  const whole = onWholes(BigInt(left.toString()), BigInt(right.toString()));
  if (BigInt.asIntN(64, whole) !== whole) {
    throw requestFailed(
      'Failed to apply arithmetic: the result would be out of the range of a 64-bit integer',
    );
  }
  return Number.isSafeInteger(Number(whole)) ? Number(whole) : Long.fromBigInt(whole);
}

/** `$bit`: {and|or|xor: whole number}, also several of them in turn. */
export function bitwise(operand: unknown): ModifyValue {
  const steps = Object.entries(bitOperand(operand));
  return (current, context) => {
    if (current !== ABSENT && !Number.isSafeInteger(current)) {
      throw requestFailed(
        `Cannot apply $bit to a value of non-integral type. {_id: ${JSON.stringify(context.id)}} has the ` +
          `field '${context.path}' of non-integer type ${typeName(current)}`,
      );
    }
    const start = current === ABSENT ? 0n : BigInt(current as number);
    return Number(steps.reduce((value, [name, mask]) => applyBits(value, name, mask), start));
  };
}

function bitOperand(operand: unknown): Record<string, unknown> {
  if (typeof operand === 'object' && operand !== null && Object.keys(operand).length > 0) {
    return operand as Record<string, unknown>;
  }
  throw requestFailed('The $bit modifier is not compatible with a value that is not an embedded document');
}

function applyBits(value: bigint, name: string, mask: unknown): bigint {
  if (!Number.isSafeInteger(mask)) {
    throw requestFailed(`The $bit modifier field must be an Integer(32/64 bit): ${String(mask)}`);
  }
  const bits = BigInt(mask as number);
  if (name === 'and') return value & bits;
  if (name === 'or') return value | bits;
  if (name === 'xor') return value ^ bits;
  throw requestFailed(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
}
