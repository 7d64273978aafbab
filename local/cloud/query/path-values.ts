import { isPlainObject } from './plain-object';

const DIGITS = /^\d+$/;

/** Own fields only, so that a query for `constructor` finds nothing in a document that has none. */
export function ownField(holder: Record<string, unknown>, name: string): unknown {
  const value = holder[name];
  return value !== undefined && !Object.hasOwn(holder, name) ? undefined : value;
}

export function isArrayIndex(part: string): boolean {
  return DIGITS.test(part);
}

/**
 * The values that MongoDB's matcher looks at for a dotted path: arrays on the way are walked through, scalars
 * inside them are passed over, a missing field is one `undefined`. With `eachElement` an array at the end gives
 * its elements and then itself, without it only itself.
 */
export function pathValues(document: unknown, path: string, eachElement: boolean): unknown[] {
  const found: unknown[] = [];
  if (isPlainObject(document)) collect(document, path.split('.'), 0, eachElement, found);
  return found;
}

function collect(
  holder: Record<string, unknown>,
  parts: string[],
  depth: number,
  eachElement: boolean,
  found: unknown[],
): void {
  const value = ownField(holder, parts[depth]!);
  if (depth === parts.length - 1) collectLast(value, eachElement, found);
  else if (isPlainObject(value)) collect(value, parts, depth + 1, eachElement, found);
  else if (Array.isArray(value)) collectThroughArray(value, parts, depth + 1, eachElement, found);
  else found.push(undefined);
}

function collectThroughArray(
  items: unknown[],
  parts: string[],
  depth: number,
  eachElement: boolean,
  found: unknown[],
): void {
  for (const item of items) {
    if (isPlainObject(item)) collect(item, parts, depth, eachElement, found);
  }
  const part = parts[depth]!;
  if (isArrayIndex(part)) collectPosition(items[Number(part)], parts, depth, eachElement, found);
}

function collectPosition(
  item: unknown,
  parts: string[],
  depth: number,
  eachElement: boolean,
  found: unknown[],
): void {
  if (depth === parts.length - 1) collectLast(item, eachElement, found);
  else if (isPlainObject(item)) collect(item, parts, depth + 1, eachElement, found);
  else if (Array.isArray(item)) collectThroughArray(item, parts, depth + 1, eachElement, found);
}

function collectLast(value: unknown, eachElement: boolean, found: unknown[]): void {
  if (eachElement && Array.isArray(value)) found.push(...value);
  found.push(value);
}
