import { elementPredicate } from './field-conditions';
import { pathValues } from './path-values';

/** `$elemMatch` in a projection: the first element that meets the condition, or no field at all. */
function elementMatch(document: unknown, operand: unknown, path: string): unknown {
  const [items] = pathValues(document, path, false);
  if (!Array.isArray(items)) return undefined;
  const found = items.find(elementPredicate(operand));
  return found === undefined ? undefined : [found];
}

export const PROJECTIONS = { $elemMatch: elementMatch };
