import { Lazy } from 'mingo/lazy';
import { isPlainObject } from '../plain-object';
import { requestFailed } from '../query-error';
import { type Order, sortDocuments } from '../sort-documents';

type Rows = ReturnType<typeof Lazy>;

/** `$sort` in MongoDB's order of values; a path through an array is refused as in `orderBy`. */
export function sortRows(rows: Rows, order: unknown): Rows {
  if (!isPlainObject(order) || Object.keys(order).length === 0) {
    throw requestFailed('$sort stage must have at least one sort key');
  }
  return rows.transform((documents: unknown[]) =>
    Lazy(sortDocuments(documents as Record<string, unknown>[], order as Order)),
  );
}
