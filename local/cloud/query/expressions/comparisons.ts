import { compareValues, equalValues } from '../compare-values';
import { requestFailed } from '../query-error';
import { type Expression, evaluateArguments } from './evaluate';

function comparison(name: string, result: (order: number) => unknown): Expression {
  return (document, operand, options) => {
    const [left, right] = evaluateArguments(name, document, operand, options, [2, 2]);
    return result(compareValues(left, right));
  };
}

/** `$in: [value, array]`: the value is one of the elements. */
const isElement: Expression = (document, operand, options) => {
  const [value, items] = evaluateArguments('$in', document, operand, options, [2, 2]);
  if (!Array.isArray(items)) throw requestFailed('$in requires an array as a second argument');
  return items.some(item => equalValues(item, value));
};

/** Comparisons of any two values in MongoDB's order; mingo's look into arrays and compare only equal types. */
export const COMPARISONS = {
  $cmp: comparison('$cmp', order => order),
  $eq: comparison('$eq', order => order === 0),
  $ne: comparison('$ne', order => order !== 0),
  $gt: comparison('$gt', order => order > 0),
  $gte: comparison('$gte', order => order >= 0),
  $lt: comparison('$lt', order => order < 0),
  $lte: comparison('$lte', order => order <= 0),
  $in: isElement,
};
