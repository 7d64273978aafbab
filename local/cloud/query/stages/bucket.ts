import type { Lazy } from 'mingo/lazy';
import { $group } from 'mingo/operators/pipeline';
import type { Options } from 'mingo/types';
import { compareValues, typeRank } from '../compare-values';
import { requestFailed } from '../query-error';
import { sortRows } from './sort';

type Fields = Record<string, unknown>;
type Rows = ReturnType<typeof Lazy>;

/** `$bucket` as the `$group` by a `$switch` that MongoDB makes of it: empty buckets do not appear. */
export function bucket(rows: Rows, spec: Fields, options: Options): Rows {
  const boundaries = readBoundaries(spec.boundaries);
  const branches = boundaries.slice(0, -1).map((low, index) => ({
    // biome-ignore lint/suspicious/noThenProperty: it is the name of the expression's own field.
    then: { $literal: low },
    case: {
      $and: [
        { $gte: [spec.groupBy, { $literal: low }] },
        { $lt: [spec.groupBy, { $literal: boundaries[index + 1] }] },
      ],
    },
  }));
  const fallback = spec.default === undefined ? {} : { default: { $literal: spec.default } };
  const output = (spec.output ?? { count: { $sum: 1 } }) as Fields;
  const grouped = $group(rows, { _id: { $switch: { branches, ...fallback } }, ...output } as never, options);
  return sortRows(grouped, { _id: 1 });
}

function readBoundaries(value: unknown): unknown[] {
  const isValid =
    Array.isArray(value) &&
    value.length > 1 &&
    value.every((item, index) => index === 0 || isNext(value[index - 1], item));
  if (isValid) return value;
  throw requestFailed("The 'boundaries' option to $bucket must be sorted values of one type, at least two");
}

function isNext(before: unknown, item: unknown): boolean {
  return typeRank(before) === typeRank(item) && compareValues(before, item) < 0;
}
