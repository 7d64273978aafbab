import { Long } from 'bson';
import { compareValues, equalValues, TYPE_RANK, typeRank } from './compare-values';
import { requestFailed } from './query-error';
import { typePredicate } from './type-predicate';

/** Decides on one value, already taken out of its path; a missing field is `undefined`. */
export type ValuePredicate = (value: unknown) => boolean;

/** The comparisons of one value that a path or an `$elemMatch` is tested with. */
export const VALUE_PREDICATES: Record<string, (operand: unknown) => ValuePredicate> = {
  $eq: equals,
  $gt: operand => comparing(operand, order => order > 0, false),
  $gte: operand => comparing(operand, order => order >= 0, true),
  $lt: operand => comparing(operand, order => order < 0, false),
  $lte: operand => comparing(operand, order => order <= 0, true),
  $in: isIn,
  $mod: hasRemainder,
  $regex: matchesExpression,
  $type: typePredicate,
  $bitsAllSet: operand => bits(operand, (value, mask) => (value & mask) === mask),
  $bitsAllClear: operand => bits(operand, (value, mask) => (value & mask) === 0n),
  $bitsAnySet: operand => bits(operand, (value, mask) => (value & mask) !== 0n),
  $bitsAnyClear: operand => bits(operand, (value, mask) => (value & mask) !== mask),
};

/** Equality; null also finds a missing field. */
export function equals(operand: unknown): ValuePredicate {
  if (operand === undefined || operand === null) return value => value === undefined || value === null;
  return value => equalValues(value, operand);
}

/** MongoDB compares only values of one type with each other; null equals null and a missing field. */
function comparing(
  operand: unknown,
  accepts: (order: number) => boolean,
  acceptsEqual: boolean,
): ValuePredicate {
  if (operand instanceof RegExp) throw requestFailed("Can't have RegEx as arg to predicate over field");
  if (operand === undefined || operand === null)
    return value => acceptsEqual && (value === undefined || value === null);
  const rank = typeRank(operand);
  const acceptsAnyType = rank === TYPE_RANK.minKey || rank === TYPE_RANK.maxKey;
  const isNotNumber = Number.isNaN(operand);
  return value => {
    if (!acceptsAnyType && typeRank(value) !== rank) return false;
    if (Number.isNaN(value) !== isNotNumber) return false;
    return accepts(compareValues(value, operand));
  };
}

function isIn(operand: unknown): ValuePredicate {
  if (!Array.isArray(operand)) throw requestFailed('$in needs an array');
  if (operand.every(item => typeof item === 'string')) {
    const texts = new Set<unknown>(operand);
    return value => texts.has(value);
  }
  const predicates = operand.map(item => (item instanceof RegExp ? matchesExpression(item) : equals(item)));
  return value => predicates.some(predicate => predicate(value));
}

/** `$mod: [divisor, remainder]` on the whole part of a number, with the sign of the dividend as in MongoDB. */
function hasRemainder(operand: unknown): ValuePredicate {
  if (!Array.isArray(operand) || operand.length !== 2) {
    throw requestFailed('malformed mod, needs to be an array of two numbers');
  }
  const [divisor, remainder] = operand.map(Number).map(Math.trunc) as [number, number];
  if (divisor === 0) throw requestFailed('divisor cannot be 0');
  if (Number.isNaN(divisor) || Number.isNaN(remainder)) throw requestFailed('malformed mod, not a number');
  return value => typeof value === 'number' && Math.trunc(value) % divisor === remainder;
}

/** A stored regular expression matches the same expression; a string is searched. */
function matchesExpression(operand: unknown): ValuePredicate {
  const expression = operand instanceof RegExp ? operand : new RegExp(String(operand));
  return value =>
    typeof value === 'string'
      ? expression.test(value)
      : value instanceof RegExp && String(value) === String(expression);
}

function bits(operand: unknown, accepts: (value: bigint, mask: bigint) => boolean): ValuePredicate {
  const mask = bitMask(operand);
  return value => {
    if (value instanceof Long) return accepts(value.toBigInt(), mask);
    return typeof value === 'number' && Number.isSafeInteger(value) && accepts(BigInt(value), mask);
  };
}

function bitMask(operand: unknown): bigint {
  if (Array.isArray(operand)) {
    return operand.reduce((mask: bigint, position) => mask | (1n << BigInt(Number(position))), 0n);
  }
  if (typeof operand === 'number' && Number.isSafeInteger(operand)) return BigInt(operand);
  throw requestFailed('bit mask must be a whole number or an array of bit positions');
}
