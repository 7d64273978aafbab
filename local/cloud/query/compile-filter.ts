import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import { compileField } from './field-conditions';
import { queryOptions } from './mingo-options';
import { isPlainObject } from './plain-object';
import { refusing, requestFailed } from './query-error';

export type Filter = (document: Record<string, unknown>) => boolean;

const acceptAll: Filter = () => true;

/**
 * Compiles a MongoDB query (decoded, server dates resolved) into a test of one document. Refuses unknown operators
 * and wrong operands with DATABASE_REQUEST_FAILED. Inside a pipeline `$expr` needs that pipeline's options, which
 * hold the variables of a `$lookup`.
 */
export function compileFilter(query: Record<string, unknown>, options?: Options): Filter {
  const tests = Object.keys(query).flatMap(name => compileClause(name, query[name], options));
  if (tests.length === 0) return acceptAll;
  if (tests.length === 1) return tests[0]!;
  return document => tests.every(test => test(document));
}

function compileClause(name: string, operand: unknown, options: Options | undefined): Filter[] {
  if (name.charCodeAt(0) !== 36) return compileField(name, operand);
  switch (name) {
    case '$and':
      return branches(name, operand, options);
    case '$or':
      return [someBranch(branches(name, operand, options))];
    case '$nor':
      return [noBranch(branches(name, operand, options))];
    case '$expr':
      return [expression(operand, options)];
    case '$comment':
      return [];
    case '$jsonSchema':
      throw requestFailed('$jsonSchema is not supported by this database: validate in the function instead');
    default:
      throw requestFailed(`unknown top level operator: ${name}`);
  }
}

function branches(name: string, operand: unknown, options: Options | undefined): Filter[] {
  if (!Array.isArray(operand) || operand.length === 0)
    throw requestFailed(`${name} must be a nonempty array`);
  return operand.map(branch => {
    if (!isPlainObject(branch)) throw requestFailed(`${name} entries need to be full objects`);
    return compileFilter(branch, options);
  });
}

function someBranch(tests: Filter[]): Filter {
  return document => tests.some(test => test(document));
}

function noBranch(tests: Filter[]): Filter {
  return document => !tests.some(test => test(document));
}

/** `$expr` is mingo's own, with our expression operators behind it. */
function expression(operand: unknown, options: Options | undefined): Filter {
  return refusing(() => {
    const compiled = new Query({ $expr: operand } as never, options ?? queryOptions());
    return (document: Record<string, unknown>) => refusing(() => compiled.test(document));
  });
}
