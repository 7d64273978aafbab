import { evalExpr } from 'mingo/core';
import { isPlainObject } from '../plain-object';
import { requestFailed } from '../query-error';
import { type Expression, isMissing } from './evaluate';

/** MongoDB takes false, 0, null and missing for false and everything else, also an empty string, for true. */
function isTrue(value: unknown): boolean {
  return !isMissing(value) && value !== false && value !== 0;
}

/** `$switch`: without a default a value that fits no branch is refused; mingo answers with nothing. */
const switchExpression: Expression = (document, operand, options) => {
  const spec = isPlainObject(operand) ? operand : {};
  if (!Array.isArray(spec.branches)) throw requestFailed('$switch requires at least one branch.');
  for (const branch of spec.branches as Record<string, unknown>[]) {
    if (isTrue(evalExpr(document, branch.case, options))) return evalExpr(document, branch.then, options);
  }
  if (!('default' in spec)) {
    throw requestFailed(
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  }
  return evalExpr(document, spec.default, options);
};

export const CONDITIONALS = { $switch: switchExpression };
