import { pathValues } from './path-values';
import { isPlainObject } from './plain-object';
import { setPath } from './set-path';

/** `{field: {$slice: …}}` of a find: the first or last elements, or some after a number of skipped ones. */
export interface Slice {
  path: string;
  skip: number;
  /** Null takes everything after the skipped ones. */
  limit: number | null;
}

export function slicesOf(projection: Record<string, unknown>): Slice[] {
  return Object.entries(projection).flatMap(([path, value]) => {
    const operand = isPlainObject(value) ? value.$slice : undefined;
    if (typeof operand === 'number') return [firstOrLast(path, operand)];
    const [skip, limit] = Array.isArray(operand) ? (operand as unknown[]) : [];
    return typeof skip === 'number' && typeof limit === 'number' ? [{ path, skip, limit }] : [];
  });
}

function firstOrLast(path: string, count: number): Slice {
  return count < 0 ? { path, skip: count, limit: null } : { path, skip: 0, limit: count };
}

/** Cuts the field in a copy of the document; what is no array stays. */
export function sliceField(
  document: Record<string, unknown>,
  { path, skip, limit }: Slice,
): Record<string, unknown> {
  const [items] = pathValues(document, path, false);
  if (!Array.isArray(items)) return document;
  const start = skip < 0 ? Math.max(0, items.length + skip) : skip;
  return setPath(document, path, items.slice(start, limit === null ? undefined : start + limit));
}
