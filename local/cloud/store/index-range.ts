import { compareValues, TYPE_RANK, typeRank } from '../query/compare-values';
import type { Bound } from './index-conditions';
import type { Place } from './sorted-entries';

/** A range on the field after the equal ones. */
export interface RangeEnd {
  low: Bound | undefined;
  high: Bound | undefined;
}

/** The entries whose first fields equal these values and whose next field lies in a range. */
export function rangePlace(
  directions: readonly number[],
  equal: readonly unknown[],
  range: RangeEnd | null,
): Place {
  return ({ key }) => {
    for (let index = 0; index < equal.length; index++) {
      const order = compareEqual(key[index], equal[index]);
      if (order !== 0) return order * directions[index]!;
    }
    if (range === null) return 0;
    return placeInRange(key[equal.length], range) * directions[equal.length]!;
  };
}

/** Null is searched together with what stands for an empty array, because the filter may accept either. */
function compareEqual(value: unknown, wanted: unknown): number {
  if (wanted === null) return typeRank(value) <= TYPE_RANK.null ? 0 : 1;
  return compareValues(value, wanted);
}

/** A one-sided range ends with the type of its bound, as MongoDB compares only values of one type. */
function placeInRange(value: unknown, { low, high }: RangeEnd): number {
  if (low !== undefined) {
    const order = compareValues(value, low.value);
    if (order < 0 || (order === 0 && !low.inclusive)) return -1;
  } else if (high !== undefined && typeRank(value) < typeRank(high.value)) return -1;
  if (high !== undefined) {
    const order = compareValues(value, high.value);
    if (order > 0 || (order === 0 && !high.inclusive)) return 1;
  } else if (low !== undefined && typeRank(value) > typeRank(low.value)) return 1;
  return 0;
}
