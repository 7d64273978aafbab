import { compareValues, equalValues } from '../compare-values';
import { compileFilter } from '../compile-filter';
import { elementPredicate } from '../field-conditions';
import { hasOperators, isPlainObject } from '../plain-object';
import { prepareValue } from '../prepare-value';
import { requestFailed } from '../query-error';
import { orderFields, sortDocuments } from '../sort-documents';
import { VALUE_PREDICATES } from '../value-predicates';
import { ABSENT, type ModifyContext, type ModifyValue } from './modifier';
import { typeName } from './type-name';

const PUSH_MODIFIERS = ['$each', '$position', '$slice', '$sort'];

/** `$push`: one value, or `{$each, $position, $slice, $sort}`. */
export function push(operand: unknown): ModifyValue {
  const plan = pushPlan(operand);
  return (current, context) => {
    const items = arrayAt(current, context).slice();
    const added = plan.each.map(item => prepareValue(item, context.nowMs));
    items.splice(plan.position ?? items.length, 0, ...added);
    return sliced(sorted(items, plan.sort), plan.slice);
  };
}

interface PushPlan {
  each: unknown[];
  position?: number;
  slice?: number;
  sort?: unknown;
}

function pushPlan(operand: unknown): PushPlan {
  if (!isPlainObject(operand) || !('$each' in operand)) return { each: [operand] };
  const unknown = Object.keys(operand).find(name => !PUSH_MODIFIERS.includes(name));
  if (unknown !== undefined) throw requestFailed(`Unrecognized clause in $push: ${unknown}`);
  const plan: PushPlan = { each: eachOf(operand.$each, '$push'), sort: operand.$sort };
  if (operand.$position !== undefined) plan.position = wholeNumber(operand.$position, '$position');
  if (operand.$slice !== undefined) plan.slice = wholeNumber(operand.$slice, '$slice');
  return plan;
}

function eachOf(items: unknown, operator: string): unknown[] {
  if (Array.isArray(items)) return items;
  throw requestFailed(
    `The argument to $each in ${operator} must be an array but it was of type: ${typeName(items)}`,
  );
}

function wholeNumber(value: unknown, name: string): number {
  if (Number.isSafeInteger(value)) return value as number;
  throw requestFailed(`The value for ${name} must be a whole number but was: ${JSON.stringify(value)}`);
}

function sorted(items: unknown[], sort: unknown): unknown[] {
  if (sort === undefined) return items;
  if (sort === 1 || sort === -1) return items.sort((left, right) => sort * compareValues(left, right));
  if (!isPlainObject(sort) || orderFields(sort as Record<string, 1>).length === 0) {
    throw requestFailed(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort by fields',
    );
  }
  const rows = items.map(item => ({ ...(isPlainObject(item) ? item : {}), [ELEMENT]: item }));
  return sortDocuments(rows, sort as Record<string, 1 | -1>).map(row => row[ELEMENT]);
}

/** Holds the element itself next to its fields while elements are sorted. */
const ELEMENT = '\0element';

function sliced(items: unknown[], slice: number | undefined): unknown[] {
  if (slice === undefined) return items;
  return slice < 0 ? items.slice(slice) : items.slice(0, slice);
}

/** `$addToSet`: a value or `{$each: […]}`. The SDK passes its documented `{each: […]}` on unchanged. */
export function addToSet(operand: unknown): ModifyValue {
  const values = addedValues(operand);
  return (current, context) => {
    const items = arrayAt(current, context);
    const next = items.slice();
    for (const value of values) {
      const prepared = prepareValue(value, context.nowMs);
      if (!next.some(item => equalValues(item, prepared))) next.push(prepared);
    }
    return next.length === items.length && current !== ABSENT ? current : next;
  };
}

function addedValues(operand: unknown): unknown[] {
  if (!isPlainObject(operand)) return [operand];
  if ('$each' in operand) return eachOf(operand.$each, '$addToSet');
  const names = Object.keys(operand);
  return names.length === 1 && Array.isArray(operand.each) ? operand.each : [operand];
}

/** `$pop`: 1 takes the last element, -1 the first. */
export function pop(operand: unknown): ModifyValue {
  if (operand !== 1 && operand !== -1) throw requestFailed(`$pop expects 1 or -1, found: ${String(operand)}`);
  return (current, context) => {
    if (current === ABSENT) return ABSENT;
    const items = arrayAt(current, context);
    if (items.length === 0) return current;
    return operand === 1 ? items.slice(0, -1) : items.slice(1);
  };
}

/** `$pull`: the elements equal to a value, or those that meet a condition. */
export function pull(operand: unknown): ModifyValue {
  return removing(pullPredicate(operand));
}

function pullPredicate(operand: unknown): (item: unknown) => boolean {
  if (operand instanceof RegExp) return VALUE_PREDICATES.$regex!(operand);
  if (hasOperators(operand)) return elementPredicate(operand);
  if (!isPlainObject(operand)) return item => equalValues(item, operand);
  const filter = compileFilter(operand);
  return item => isPlainObject(item) && filter(item);
}

/** `$pullAll`: every element that equals one of a list. */
export function pullAll(operand: unknown): ModifyValue {
  if (!Array.isArray(operand))
    throw requestFailed(`$pullAll requires an array argument but was given a ${typeName(operand)}`);
  return removing(item => operand.some(value => equalValues(item, value)));
}

function removing(test: (item: unknown) => boolean): ModifyValue {
  return (current, context) => {
    if (current === ABSENT) return ABSENT;
    const items = arrayAt(current, context);
    const kept = items.filter(item => !test(item));
    return kept.length === items.length ? current : kept;
  };
}

function arrayAt(current: unknown, context: ModifyContext): unknown[] {
  if (current === ABSENT) return [];
  if (Array.isArray(current)) return current;
  throw requestFailed(
    `The field '${context.path}' must be an array but is of type ${typeName(current)} in document ` +
      `{_id: ${JSON.stringify(context.id)}}`,
  );
}
