import { hasOperators, isPlainObject } from '../query/plain-object';

/** What a query says about one field, as far as an index can use it. */
export interface FieldCondition {
  equals?: { value: unknown };
  oneOf?: unknown[];
  low?: Bound;
  high?: Bound;
}

export interface Bound {
  value: unknown;
  inclusive: boolean;
}

export type IndexConditions = Map<string, FieldCondition>;

/** Collects the conditions that every match has to meet: top-level fields and the branches of `$and`. */
export function indexConditions(query: Record<string, unknown>): IndexConditions {
  const conditions: IndexConditions = new Map();
  collect(query, conditions);
  return conditions;
}

function collect(query: Record<string, unknown>, conditions: IndexConditions): void {
  for (const name in query) {
    const operand = query[name];
    if (name === '$and' && Array.isArray(operand)) {
      for (const branch of operand) if (isPlainObject(branch)) collect(branch, conditions);
    } else if (name.charCodeAt(0) !== 36) {
      addField(conditions, name, operand);
    }
  }
}

function addField(conditions: IndexConditions, field: string, operand: unknown): void {
  let condition = conditions.get(field);
  if (condition === undefined) {
    condition = {};
    conditions.set(field, condition);
  }
  if (!hasOperators(operand)) addEquality(condition, operand);
  else for (const operator in operand) addOperator(condition, operator, operand[operator]);
}

function addOperator(condition: FieldCondition, operator: string, operand: unknown): void {
  switch (operator) {
    case '$eq':
      addEquality(condition, operand);
      return;
    case '$in':
      if (Array.isArray(operand) && operand.every(isSearchable)) condition.oneOf ??= operand;
      return;
    case '$gt':
    case '$gte':
      if (isBound(operand)) condition.low ??= { value: operand, inclusive: operator === '$gte' };
      return;
    case '$lt':
    case '$lte':
      if (isBound(operand)) condition.high ??= { value: operand, inclusive: operator === '$lte' };
      return;
    default:
      return;
  }
}

function addEquality(condition: FieldCondition, value: unknown): void {
  if (isSearchable(value)) condition.equals ??= { value: value ?? null };
}

/** Whole arrays are not keys of an index and a regular expression is no equality. */
function isSearchable(value: unknown): boolean {
  return !Array.isArray(value) && !(value instanceof RegExp);
}

/** A range over null is an equality in disguise, and rare: the filter alone decides it. */
function isBound(value: unknown): boolean {
  return isSearchable(value) && value !== null && value !== undefined;
}
