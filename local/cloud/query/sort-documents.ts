import { compareValues } from './compare-values';
import { ownField } from './path-values';
import { isPlainObject } from './plain-object';
import { requestFailed } from './query-error';

export type Order = Record<string, 1 | -1>;

/** Sorts a copy, ties in the order they come in. Refuses an order over a path that leads through an array. */
export function sortDocuments<Row extends Record<string, unknown>>(rows: Row[], order: Order): Row[] {
  const fields = orderFields(order);
  const keyed = rows.map(row => ({ row, key: fields.map(field => orderValue(row, field.path)) }));
  keyed.sort((left, right) => compareKeys(left.key, right.key, fields));
  return keyed.map(({ row }) => row);
}

interface OrderField {
  path: string;
  direction: 1 | -1;
}

export function orderFields(order: Order): OrderField[] {
  return Object.keys(order).map(path => {
    const direction = order[path];
    if (direction !== 1 && direction !== -1) {
      throw requestFailed(`$sort key ordering must be 1 (for ascending) or -1 (for descending): ${path}`);
    }
    return { path, direction };
  });
}

function compareKeys(left: unknown[], right: unknown[], fields: OrderField[]): number {
  for (let index = 0; index < fields.length; index++) {
    const order = compareValues(left[index], right[index]);
    if (order !== 0) return order * fields[index]!.direction;
  }
  return 0;
}

/**
 * The value a document is sorted by, null where it is missing. MongoDB would take the smallest or greatest element
 * of an array; nothing here needs that, and a wrong guess is worse than a refusal.
 */
export function orderValue(document: Record<string, unknown>, path: string): unknown {
  let value: unknown = document;
  for (const part of path.split('.')) {
    value = isPlainObject(value) ? ownField(value, part) : undefined;
    if (Array.isArray(value)) throw requestFailed(`orderBy over the array path '${path}' is not supported`);
  }
  return value ?? null;
}
