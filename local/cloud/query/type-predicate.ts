import { Decimal128, Long } from 'bson';
import { TYPE_RANK, typeRank } from './compare-values';
import { requestFailed } from './query-error';

const isWhole = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value);
const isInt32 = (value: unknown): boolean => isWhole(value) && (value as number) === ((value as number) | 0);
const hasRank = (rank: number) => (value: unknown) => typeRank(value) === rank;

/**
 * MongoDB's names of types. The store does not keep how a number was written, so a whole number counts as `int`
 * or `long` by its size and every other one as `double`.
 */
const TYPES: Record<string, (value: unknown) => boolean> = {
  double: value => typeof value === 'number' && !isWhole(value),
  string: hasRank(TYPE_RANK.string),
  object: hasRank(TYPE_RANK.object),
  array: hasRank(TYPE_RANK.array),
  binData: hasRank(TYPE_RANK.binary),
  objectId: hasRank(TYPE_RANK.objectId),
  bool: hasRank(TYPE_RANK.boolean),
  date: hasRank(TYPE_RANK.date),
  null: hasRank(TYPE_RANK.null),
  regex: hasRank(TYPE_RANK.regularExpression),
  int: isInt32,
  timestamp: hasRank(TYPE_RANK.timestamp),
  long: value => value instanceof Long || (isWhole(value) && !isInt32(value)),
  decimal: value => value instanceof Decimal128,
  number: hasRank(TYPE_RANK.number),
  minKey: hasRank(TYPE_RANK.minKey),
  maxKey: hasRank(TYPE_RANK.maxKey),
};

const TYPE_NUMBERS: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
};

/** The test behind `$type`: one name or number, or an array of them. */
export function typePredicate(operand: unknown): (value: unknown) => boolean {
  if (Array.isArray(operand)) {
    const tests = operand.map(typePredicate);
    return value => tests.some(test => test(value));
  }
  const name = typeof operand === 'number' ? TYPE_NUMBERS[operand] : String(operand);
  const test = name === undefined ? undefined : TYPES[name];
  if (test === undefined) throw requestFailed(`Unknown type name alias: ${String(operand)}`);
  return test;
}
