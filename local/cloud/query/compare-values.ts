import { Binary, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { compareNumbers } from './compare-numbers';
import { isPlainObject } from './plain-object';

/**
 * Place of a value's type in MongoDB's order of types. A missing field (undefined) stands before null, as in
 * aggregation expressions; whoever sorts by a field reads a missing one as null.
 * Source: https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
 */
export const TYPE_RANK = {
  minKey: 0,
  missing: 1,
  null: 2,
  number: 3,
  string: 4,
  object: 5,
  array: 6,
  binary: 7,
  objectId: 8,
  boolean: 9,
  date: 10,
  timestamp: 11,
  regularExpression: 12,
  maxKey: 13,
} as const;

export function typeRank(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return TYPE_RANK.string;
    case 'number':
    case 'bigint':
      return TYPE_RANK.number;
    case 'boolean':
      return TYPE_RANK.boolean;
    case 'undefined':
      return TYPE_RANK.missing;
    default:
      return value === null ? TYPE_RANK.null : rankOfObject(value as object);
  }
}

function rankOfObject(value: object): number {
  if (Array.isArray(value)) return TYPE_RANK.array;
  if (isPlainObject(value)) return TYPE_RANK.object;
  if (value instanceof Date) return TYPE_RANK.date;
  if (value instanceof ObjectId) return TYPE_RANK.objectId;
  // A Timestamp is a Long by inheritance, so it is asked first.
  if (value instanceof Timestamp) return TYPE_RANK.timestamp;
  if (value instanceof Long || value instanceof Decimal128) return TYPE_RANK.number;
  if (value instanceof RegExp) return TYPE_RANK.regularExpression;
  if (value instanceof Binary) return TYPE_RANK.binary;
  if (value instanceof MinKey) return TYPE_RANK.minKey;
  if (value instanceof MaxKey) return TYPE_RANK.maxKey;
  return TYPE_RANK.object;
}

/** MongoDB's total order of values: -1, 0 or 1. */
export function compareValues(left: unknown, right: unknown): number {
  if (left === right) return 0;
  if (typeof left === 'string' && typeof right === 'string') return compareStrings(left, right);
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right);
  const rank = typeRank(left);
  const otherRank = typeRank(right);
  if (rank !== otherRank) return rank < otherRank ? -1 : 1;
  return compareSameType(left, right, rank);
}

/** Equality as MongoDB's `$eq` between two values: numbers by value, objects with the order of their fields. */
export function equalValues(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' && typeof left === typeof right && typeof left !== 'number') return false;
  return compareValues(left, right) === 0;
}

function compareSameType(left: unknown, right: unknown, rank: number): number {
  switch (rank) {
    case TYPE_RANK.number:
      return compareNumbers(left, right);
    case TYPE_RANK.object:
      return compareObjects(left as Record<string, unknown>, right as Record<string, unknown>);
    case TYPE_RANK.array:
      return compareArrays(left as unknown[], right as unknown[]);
    case TYPE_RANK.boolean:
      return left === false ? -1 : 1;
    case TYPE_RANK.date:
      return Math.sign((left as Date).getTime() - (right as Date).getTime());
    case TYPE_RANK.binary:
      return compareBinaries(left as Binary, right as Binary);
    case TYPE_RANK.timestamp:
      return (left as Timestamp).compare(right as Timestamp);
    case TYPE_RANK.objectId:
    case TYPE_RANK.regularExpression:
      return compareStrings(String(left), String(right));
    default:
      return 0;
  }
}

function compareArrays(left: unknown[], right: unknown[]): number {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index++) {
    const order = compareValues(left[index], right[index]);
    if (order !== 0) return order;
  }
  return Math.sign(left.length - right.length);
}

/** MongoDB compares field by field in stored order: the type first, then the name, then the value. */
function compareObjects(left: Record<string, unknown>, right: Record<string, unknown>): number {
  const names = Object.keys(left);
  const otherNames = Object.keys(right);
  const shared = Math.min(names.length, otherNames.length);
  for (let index = 0; index < shared; index++) {
    const order = compareFields(names[index]!, left, otherNames[index]!, right);
    if (order !== 0) return order;
  }
  return Math.sign(names.length - otherNames.length);
}

function compareFields(
  name: string,
  holder: Record<string, unknown>,
  otherName: string,
  other: Record<string, unknown>,
): number {
  const rankOrder = Math.sign(typeRank(holder[name]) - typeRank(other[otherName]));
  if (rankOrder !== 0) return rankOrder;
  return compareStrings(name, otherName) || compareValues(holder[name], other[otherName]);
}

function compareBinaries(left: Binary, right: Binary): number {
  const byLength = Math.sign(left.length() - right.length());
  if (byLength !== 0) return byLength;
  const bySubtype = Math.sign(left.sub_type - right.sub_type);
  return bySubtype !== 0 ? bySubtype : Buffer.compare(left.buffer, right.buffer);
}

/** Order of the UTF-8 bytes, which differs from JavaScript's `<` where one side has a surrogate pair. */
export function compareStrings(left: string, right: string): number {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index++) {
    const unit = left.charCodeAt(index);
    const otherUnit = right.charCodeAt(index);
    if (unit !== otherUnit) return codePointPlace(unit) < codePointPlace(otherUnit) ? -1 : 1;
  }
  return Math.sign(left.length - right.length);
}

/** Surrogates stand for code points above U+FFFF, so they move behind the private use area. */
function codePointPlace(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
