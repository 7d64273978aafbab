import { isArrayIndex, ownField } from '../query/path-values';
import { isPlainObject } from '../query/plain-object';
import { requestFailed } from '../query/query-error';
import type { StoredDocument } from './store';

/**
 * Keys of a document in an index over these paths: one for each element of an array, a missing field as null, an
 * empty array as `undefined`, which stands before null. Two arrays in one compound index are refused.
 */
export function indexKeys(document: StoredDocument, paths: readonly string[][]): unknown[][] {
  const first = document as Record<string, unknown>;
  const values = paths.map(path => keyValues(first, path));
  if (values.every(found => found.length === 1)) return [values.map(found => found[0])];
  refuseParallelArrays(values, paths);
  return crossed(values);
}

/** Arrays under one field are walked together, two different ones would multiply. */
function refuseParallelArrays(values: unknown[][], paths: readonly string[][]): void {
  const arrays = paths.filter((_path, index) => values[index]!.length > 1).map(path => path[0]);
  if (new Set(arrays).size > 1) throw requestFailed(`cannot index parallel arrays [${arrays.join('] [')}]`);
}

function crossed(values: unknown[][]): unknown[][] {
  let keys: unknown[][] = [[]];
  for (const found of values) keys = keys.flatMap(key => found.map(value => [...key, value]));
  return keys;
}

function keyValues(document: Record<string, unknown>, path: string[]): unknown[] {
  if (path.length === 1) {
    const value = ownField(document, path[0]!);
    if (!Array.isArray(value)) return [value ?? null];
  }
  const found: unknown[] = [];
  collect(document, path, 0, found);
  return found;
}

function collect(holder: unknown, path: string[], depth: number, found: unknown[]): void {
  if (depth === path.length) collectLeaf(holder, found);
  else if (isPlainObject(holder)) collect(ownField(holder, path[depth]!), path, depth + 1, found);
  else if (Array.isArray(holder)) collectElements(holder, path, depth, found);
  else found.push(null);
}

function collectElements(items: unknown[], path: string[], depth: number, found: unknown[]): void {
  if (items.length === 0) found.push(undefined);
  for (const item of items) collect(Array.isArray(item) ? null : item, path, depth, found);
  const part = path[depth]!;
  if (isArrayIndex(part)) collect(items[Number(part)], path, depth + 1, found);
}

function collectLeaf(value: unknown, found: unknown[]): void {
  if (!Array.isArray(value)) found.push(value ?? null);
  else if (value.length === 0) found.push(undefined);
  else found.push(...value);
}
