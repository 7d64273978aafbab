import { isPlainObject } from './plain-object';

type Fields = Record<string, unknown>;

/**
 * Sets a dotted path as an aggregation stage does, in a copy that shares what it does not change: arrays on the
 * way get the value in each of their elements, `undefined` removes the field.
 */
export function setPath(document: Fields, path: string, value: unknown): Fields {
  return setParts(document, path.split('.'), 0, value) as Fields;
}

function setParts(holder: unknown, parts: string[], depth: number, value: unknown): unknown {
  if (depth === parts.length) return value;
  if (Array.isArray(holder)) return holder.map(item => setParts(item, parts, depth, value));
  if (value === undefined && !isPlainObject(holder)) return holder;
  const copy: Fields = isPlainObject(holder) ? { ...holder } : {};
  const name = parts[depth]!;
  const next = setParts(copy[name], parts, depth + 1, value);
  if (next === undefined) delete copy[name];
  else copy[name] = next;
  return copy;
}
