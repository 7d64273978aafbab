import { evalExpr } from 'mingo/core';
import {
  $avg,
  $max,
  $mergeObjects as $mergeGroup,
  $min,
  $push,
  $stdDevPop,
  $stdDevSamp,
  $sum,
} from 'mingo/operators/accumulator';
import { $trunc } from 'mingo/operators/expression/arithmetic';
import * as arrays from 'mingo/operators/expression/array';
import * as objects from 'mingo/operators/expression/object';
import * as sets from 'mingo/operators/expression/set';
import type { Options } from 'mingo/types';
import { equalValues } from '../compare-values';
import { requestFailed } from '../query-error';
import { type Expression, evaluateArguments, isMissing, soleOperand } from './evaluate';

const indexOfArray: Expression = (document, operand, options) => {
  const [items, wanted, start, end] = evaluateArguments('$indexOfArray', document, operand, options, [2, 4]);
  if (isMissing(items)) return null;
  if (!Array.isArray(items)) throw requestFailed('$indexOfArray requires an array as a first argument');
  const from = Number(start ?? 0);
  const to = Math.min(items.length, Number(end ?? items.length));
  for (let index = from; index < to; index++) if (equalValues(items[index], wanted)) return index;
  return -1;
};

/** Null where one of these arguments is null or missing; mingo refuses instead. */
function nullForMissing(base: Expression, isTested: (index: number) => boolean): Expression {
  return (document, operand, options) => {
    const tested = Array.isArray(operand) ? operand.filter((_argument, index) => isTested(index)) : [];
    const isNull = tested.some(argument => isMissing(evalExpr(document, argument, options)));
    return isNull ? null : base(document, operand, options);
  };
}

/** An operator of one argument that may also be written as an array of one. */
function unary(base: Expression): Expression {
  return (document, operand, options) => base(document, soleOperand(operand), options);
}

/** `$arrayToObject` of literal pairs: mingo takes the outer array for a list of arguments. */
const arrayToObject: Expression = (document, operand, options) => {
  const pairs = evalExpr(document, soleOperand(operand), options);
  return isMissing(pairs)
    ? null
    : arrays.$arrayToObject(document as never, { $literal: pairs } as never, options);
};

/** `$mergeObjects` of one expression, also as an accumulator. */
const mergeObjects: Expression = (document, operand, options) => {
  if (Array.isArray(document)) return mergeGroup(document, operand, options);
  const objectsToMerge = Array.isArray(operand) ? operand : [operand];
  return objects.$mergeObjects(document as never, objectsToMerge as never, options);
};

function mergeGroup(group: unknown[], operand: unknown, options: Options): unknown {
  const merged = $push(group as never, operand as never, options);
  return $mergeGroup(merged as never, null as never, options);
}

/** `$sum` and its like: in a group over the documents, elsewhere over an array or a list of expressions. */
function overArray(accumulate: Expression): Expression {
  return (document, operand, options) => {
    if (Array.isArray(document)) return accumulate(document, operand, options);
    const values = evalExpr(document, soleOperand(operand), options);
    return accumulate(Array.isArray(values) ? values : [values], null, options);
  };
}

/** `$trunc` with or without the number of places. */
const truncate: Expression = (document, operand, options) => {
  const [value, places] = Array.isArray(operand) ? (operand as unknown[]) : [operand];
  return $trunc(document as never, [value, places ?? 0] as never, options);
};

const accumulating = {
  $sum: overArray($sum as Expression),
  $avg: overArray($avg as Expression),
  $max: overArray($max as Expression),
  $min: overArray($min as Expression),
  $stdDevPop: overArray($stdDevPop as Expression),
  $stdDevSamp: overArray($stdDevSamp as Expression),
};

export const ARRAYS = {
  ...accumulating,
  $indexOfArray: indexOfArray,
  $arrayToObject: arrayToObject,
  $mergeObjects: mergeObjects,
  $slice: nullForMissing(arrays.$slice as Expression, index => index === 0),
  $setUnion: nullForMissing(sets.$setUnion as Expression, () => true),
  $setIntersection: nullForMissing(sets.$setIntersection as Expression, () => true),
  $setDifference: nullForMissing(sets.$setDifference as Expression, () => true),
  $size: unary(arrays.$size as Expression),
  $reverseArray: unary(arrays.$reverseArray as Expression),
  $objectToArray: unary(objects.$objectToArray as Expression),
  $trunc: truncate,
};
