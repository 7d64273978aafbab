import { Decimal128, Long } from 'bson';

/** MongoDB's order of numbers of any BSON type; NaN equals itself and stands before every other number. */
export function compareNumbers(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return compareDoubles(left, right);
  const approximate = compareDoubles(toDouble(left), toDouble(right));
  if (approximate !== 0) return approximate;
  const exact = toInteger(left);
  const otherExact = toInteger(right);
  if (exact === null || otherExact === null || exact === otherExact) return 0;
  return exact < otherExact ? -1 : 1;
}

function compareDoubles(left: number, right: number): number {
  if (left < right) return -1;
  if (left > right) return 1;
  if (left === right) return 0;
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : -1;
  return 1;
}

function toDouble(value: unknown): number {
  if (value instanceof Long) return value.toNumber();
  if (value instanceof Decimal128) return Number(value.toString());
  return Number(value);
}

function toInteger(value: unknown): bigint | null {
  if (value instanceof Long) return value.toBigInt();
  if (typeof value === 'bigint') return value;
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : null;
}
