import { isArrayIndex } from '../path-values';
import { isPlainObject } from '../plain-object';
import { refuseFieldName } from '../prepare-value';
import { requestFailed } from '../query-error';
import { ABSENT, type Modification, type ModifyContext } from './modifier';

/** Padding an array further than this is refused, as in MongoDB. */
const ARRAY_PADDING_LIMIT = 1_500_000;

/**
 * Applies one modification and answers with the new holder, or with the same one when nothing changed. Only the
 * objects along the path are copied: versions of a document share the rest.
 */
export function modifyPath<Holder>(
  holder: Holder,
  modification: Modification,
  context: ModifyContext,
  depth = 0,
): Holder {
  if (isPlainObject(holder)) return modifyObject(holder, modification, context, depth) as Holder;
  if (Array.isArray(holder)) return modifyArray(holder, modification, context, depth) as Holder;
  if (!modification.creates) return holder;
  throw cannotCreate(modification, holder, depth);
}

function modifyObject(
  holder: Record<string, unknown>,
  modification: Modification,
  context: ModifyContext,
  depth: number,
): Record<string, unknown> {
  const name = modification.parts[depth]!;
  const current = Object.hasOwn(holder, name) ? holder[name] : ABSENT;
  const next = nextValue(current, modification, context, depth);
  if (next === current) return holder;
  const copy = { ...holder };
  if (next === ABSENT) delete copy[name];
  else copy[name] = next;
  return copy;
}

function modifyArray(
  items: unknown[],
  modification: Modification,
  context: ModifyContext,
  depth: number,
): unknown[] {
  const part = modification.parts[depth]!;
  if (!isArrayIndex(part)) {
    if (!modification.creates) return items;
    throw cannotCreate(modification, items, depth);
  }
  const index = Number(part);
  const current = index < items.length ? items[index] : ABSENT;
  const next = nextValue(current, modification, context, depth);
  return next === current ? items : withItem(items, index, next);
}

/** An element that is unset becomes null, so that the others keep their places. */
function withItem(items: unknown[], index: number, next: unknown): unknown[] {
  if (index - items.length > ARRAY_PADDING_LIMIT)
    throw requestFailed('cannot backfill more than 1500000 elements');
  const copy = items.slice();
  while (copy.length < index) copy.push(null);
  copy[index] = next === ABSENT ? null : next;
  return copy;
}

function nextValue(
  current: unknown,
  modification: Modification,
  context: ModifyContext,
  depth: number,
): unknown {
  if (depth === modification.parts.length - 1) {
    if (current === ABSENT) refuseFieldName(modification.parts[depth]!);
    return modification.modify(current, context);
  }
  if (current !== ABSENT) return modifyPath(current, modification, context, depth + 1);
  if (!modification.creates) return ABSENT;
  refuseFieldName(modification.parts[depth]!);
  return modifyPath({}, modification, context, depth + 1);
}

function cannotCreate(modification: Modification, holder: unknown, depth: number): Error {
  const parent = modification.parts[depth - 1] ?? '';
  return requestFailed(
    `Cannot create field '${modification.parts[depth]}' in element {${parent}: ${JSON.stringify(holder)}}`,
  );
}
