import { evalExpr } from 'mingo/core';
import type { Lazy } from 'mingo/lazy';
import type { Options } from 'mingo/types';
import { hasOperators, isPlainObject } from '../plain-object';
import { setPath } from '../set-path';

type Fields = Record<string, unknown>;
type Rows = ReturnType<typeof Lazy>;

/** `$addFields`: embedded documents are merged, arrays get the field in each element, the input is not changed. */
export function addFields(rows: Rows, spec: Fields, options: Options): Rows {
  const additions = flattened(spec, '');
  return rows.map((row: unknown) => {
    let next = row as Fields;
    for (const { path, expression } of additions)
      next = setPath(next, path, evalExpr(row, expression, options));
    return next;
  });
}

interface Addition {
  path: string;
  expression: unknown;
}

function flattened(spec: Fields, prefix: string): Addition[] {
  return Object.entries(spec).flatMap(([name, expression]) => {
    const path = prefix + name;
    const isNested =
      isPlainObject(expression) && !hasOperators(expression) && Object.keys(expression).length > 0;
    return isNested ? flattened(expression, `${path}.`) : [{ path, expression }];
  });
}
