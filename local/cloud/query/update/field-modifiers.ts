import { compareValues, equalValues } from '../compare-values';
import { hasOperators } from '../plain-object';
import { prepareValue, serverDate } from '../prepare-value';
import { requestFailed } from '../query-error';
import { ABSENT, type ModifyValue } from './modifier';

/** `$set`; an equal value changes nothing, so that it neither counts as updated nor conflicts. */
export function set(operand: unknown): ModifyValue {
  return (current, context) => {
    const next = prepareValue(operand, context.nowMs);
    return current !== ABSENT && equalValues(current, next) ? current : next;
  };
}

/** `$unset`; an array element becomes null instead, which `modifyPath` sees to. */
export function unset(): ModifyValue {
  return () => ABSENT;
}

/** `$min` and `$max` in MongoDB's order of values, across types as well. */
export function smallest(operand: unknown): ModifyValue {
  return extreme(operand, order => order < 0);
}

export function greatest(operand: unknown): ModifyValue {
  return extreme(operand, order => order > 0);
}

function extreme(operand: unknown, replaces: (order: number) => boolean): ModifyValue {
  return (current, context) => {
    const next = prepareValue(operand, context.nowMs);
    return current === ABSENT || replaces(compareValues(next, current)) ? next : current;
  };
}

/** `$currentDate: true` or `{$type: 'date'}` on the endpoint's clock. */
export function currentDate(operand: unknown): ModifyValue {
  const isDate = operand === true || (hasOperators(operand) && operand.$type === 'date');
  if (!isDate) throw requestFailed("$currentDate takes true or {$type: 'date'}");
  return (_current, context) => serverDate(null, context.nowMs);
}
