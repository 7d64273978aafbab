import { Lazy } from 'mingo/lazy';
import { $count, $group } from 'mingo/operators/pipeline';
import type { Options } from 'mingo/types';
import { compileFilter } from '../compile-filter';
import { addFields } from './add-fields';
import { bucket } from './bucket';
import { geoNear } from './geo-near';
import { lookup } from './lookup';
import { sortRows } from './sort';
import { unwind } from './unwind';

type Fields = Record<string, unknown>;
type Rows = ReturnType<typeof Lazy>;

function match(rows: Rows, query: Fields, options: Options): Rows {
  const filter = compileFilter(query, options);
  return rows.filter((row: unknown) => filter(row as Fields));
}

/** `$count` of nothing is no document at all. */
function count(rows: Rows, name: string, options: Options): Rows {
  return rows.transform((documents: unknown[]) =>
    documents.length === 0 ? Lazy([]) : $count(Lazy(documents), name, options),
  );
}

/** `$sample` without repeating a document. */
function sample(rows: Rows, { size }: Fields): Rows {
  return rows.transform((documents: unknown[]) => {
    const left = documents.slice();
    const count = Math.min(Number(size), left.length);
    const drawn = Array.from(
      { length: count },
      () => left.splice(Math.floor(Math.random() * left.length), 1)[0],
    );
    return Lazy(drawn);
  });
}

function sortByCount(rows: Rows, expression: unknown, options: Options): Rows {
  return sortRows($group(rows, { _id: expression, count: { $sum: 1 } } as never, options), { count: -1 });
}

function nearest(rows: Rows, spec: Fields): Rows {
  return rows.transform((documents: unknown[]) => Lazy(geoNear(documents as Fields[], spec)));
}

/** Aggregation stages that replace mingo's where it differs from MongoDB, and those that it does not have. */
export const STAGES = {
  $match: match,
  $sort: sortRows,
  $addFields: addFields,
  $set: addFields,
  $bucket: bucket,
  $count: count,
  $geoNear: nearest,
  $lookup: lookup,
  $sample: sample,
  $sortByCount: sortByCount,
  $unwind: unwind,
};
