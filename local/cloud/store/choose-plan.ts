import { compareValues } from '../query/compare-values';
import type { Order } from '../query/sort-documents';
import type { Collection } from './collection';
import type { DeclaredIndex } from './declared-index';
import { type FieldCondition, type IndexConditions, indexConditions } from './index-conditions';
import { rangePlace } from './index-range';
import type { Place } from './sorted-entries';

/** How the candidates of a query are found: ranges of one index, each walked in order. */
export interface Plan {
  index: DeclaredIndex;
  ranges: Place[];
  /** Whether the entries come in the order that was asked for, and whether it is read backwards. */
  isOrdered: boolean;
  isReversed: boolean;
}

/** Longer lists of `$in` are cheaper as a walk. */
const IN_LIMIT = 1000;

interface Candidate extends Plan {
  score: number;
}

/**
 * Chooses the index with the longest run of equal fields, then a range after them, then one that saves the sort.
 * Null means a walk through the whole collection.
 */
export function choosePlan(
  collection: Collection,
  query: Record<string, unknown>,
  order: Order | undefined,
): Plan | null {
  const conditions = indexConditions(query);
  let best: Candidate | null = null;
  for (const index of usableIndexes(collection, conditions, order)) {
    if (index.isGeo) continue;
    const candidate = planFor(index, conditions, order);
    if (candidate.score > (best?.score ?? 0)) best = candidate;
  }
  return best;
}

function usableIndexes(
  collection: Collection,
  conditions: IndexConditions,
  order: Order | undefined,
): DeclaredIndex[] {
  const needsId = conditions.has('_id') || (order !== undefined && '_id' in order);
  return needsId ? [collection.idIndex, ...collection.indexes] : collection.indexes;
}

function planFor(index: DeclaredIndex, conditions: IndexConditions, order: Order | undefined): Candidate {
  const fields = index.declaration.fields.map(({ field }) => field);
  // A multikey index holds a document's elements apart, so only one condition may narrow it.
  if (index.isMultikey) return multikeyPlan(index, conditions.get(fields[0]!));
  const equal = equalPrefix(fields, conditions);
  const next = conditions.get(fields[equal.length] ?? '');
  const direction = orderDirection(index, equal.length, conditions, order);
  const ranges = rangesOf(index, equal, next);
  const isOrdered = direction !== 0 && ranges.length === 1;
  const score = equal.length * 4 + (isNarrowing(next) ? 2 : 0) + (isOrdered && order !== undefined ? 1 : 0);
  return { index, ranges, isOrdered, isReversed: direction < 0, score };
}

function multikeyPlan(index: DeclaredIndex, condition: FieldCondition | undefined): Candidate {
  const single: FieldCondition | undefined =
    condition?.equals === undefined && condition?.low !== undefined ? { low: condition.low } : condition;
  const equal = single?.equals === undefined ? [] : [single.equals.value];
  const ranges = rangesOf(index, equal, equal.length > 0 ? undefined : single);
  const score = equal.length * 4 + (equal.length === 0 && isNarrowing(single) ? 2 : 0);
  return { index, ranges, isOrdered: false, isReversed: false, score };
}

function equalPrefix(fields: string[], conditions: IndexConditions): unknown[] {
  const equal: unknown[] = [];
  for (const field of fields) {
    const condition = conditions.get(field);
    if (condition?.equals === undefined) break;
    equal.push(condition.equals.value);
  }
  return equal;
}

function isNarrowing(condition: FieldCondition | undefined): boolean {
  if (condition === undefined) return false;
  const { oneOf, low, high } = condition;
  return (oneOf !== undefined && oneOf.length <= IN_LIMIT) || low !== undefined || high !== undefined;
}

function rangesOf(index: DeclaredIndex, equal: unknown[], next: FieldCondition | undefined): Place[] {
  const { directions } = index;
  if (next === undefined || !isNarrowing(next)) return [rangePlace(directions, equal, null)];
  if (next.oneOf !== undefined && next.oneOf.length <= IN_LIMIT) {
    return distinct(next.oneOf).map(value => rangePlace(directions, [...equal, value ?? null], null));
  }
  return [rangePlace(directions, equal, { low: next.low, high: next.high })];
}

function distinct(values: unknown[]): unknown[] {
  const sorted = [...values].sort(compareValues);
  return sorted.filter((value, index) => index === 0 || compareValues(value, sorted[index - 1]) !== 0);
}

/**
 * 1 or -1 when reading the index forwards or backwards gives the order asked for, 0 when it has to be sorted.
 * Fields that are equal anyway do not matter for the order.
 */
function orderDirection(
  index: DeclaredIndex,
  equalCount: number,
  conditions: IndexConditions,
  order: Order | undefined,
): number {
  const wanted = Object.entries(order ?? {}).filter(([field]) => conditions.get(field)?.equals === undefined);
  const { fields } = index.declaration;
  let direction = 0;
  for (const [position, [field, ascending]] of wanted.entries()) {
    const own = fields[equalCount + position];
    if (own?.field !== field) return 0;
    const sign = own.direction === ascending ? 1 : -1;
    if (direction !== 0 && direction !== sign) return 0;
    direction = sign;
  }
  return direction === 0 ? 1 : direction;
}
