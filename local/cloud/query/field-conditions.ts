import { compileFilter } from './compile-filter';
import { regularExpression } from './ejson';
import { GEO_PREDICATES } from './geo-predicates';
import { pathValues } from './path-values';
import { hasOperators, isPlainObject } from './plain-object';
import { requestFailed } from './query-error';
import { equals, VALUE_PREDICATES, type ValuePredicate } from './value-predicates';

type DocumentPredicate = (document: Record<string, unknown>) => boolean;
type Conditions = Record<string, unknown>;

/** Compiles the condition of one field: a value to equal, a regular expression, or operators. */
export function compileField(path: string, condition: unknown): DocumentPredicate[] {
  if (condition instanceof RegExp) return [someValue(path, VALUE_PREDICATES.$regex!(condition))];
  if (!hasOperators(condition)) return [someValue(path, equals(condition))];
  return operatorNames(condition).map(name => compileOperator(path, name, condition));
}

/** `$options` belongs to `$regex`. */
function operatorNames(conditions: Conditions): string[] {
  return Object.keys(conditions).filter(name => name !== '$options');
}

function compileOperator(path: string, name: string, conditions: Conditions): DocumentPredicate {
  const operand = conditions[name];
  switch (name) {
    case '$ne':
      return not(someValue(path, equals(operand)));
    case '$nin':
      return not(someValue(path, VALUE_PREDICATES.$in!(operand)));
    case '$not':
      return not(every(compileField(path, notOperand(operand))));
    case '$exists':
      return exists(path, Boolean(operand));
    case '$size':
      return wholeValue(path, hasSize(operand));
    case '$all':
      return all(path, operand);
    case '$elemMatch':
      return wholeValue(path, hasElement(operand));
    default:
      return GEO_PREDICATES[name]
        ? wholeValue(path, GEO_PREDICATES[name](operand))
        : someValue(path, valuePredicate(name, conditions));
  }
}

function valuePredicate(name: string, conditions: Conditions): ValuePredicate {
  if (name === '$regex') return VALUE_PREDICATES.$regex!(regexOperand(conditions));
  const predicate = VALUE_PREDICATES[name];
  if (predicate === undefined) throw requestFailed(`unknown operator: ${name}`);
  return predicate(conditions[name]);
}

function regexOperand(conditions: Conditions): RegExp {
  const { $regex: source, $options: options } = conditions;
  if (source instanceof RegExp) return regularExpression(source.source, String(options ?? source.flags));
  if (typeof source !== 'string') throw requestFailed('$regex has to be a string');
  return regularExpression(source, String(options ?? ''));
}

function notOperand(operand: unknown): unknown {
  if (operand instanceof RegExp || hasOperators(operand)) return operand;
  throw requestFailed('$not needs a regex or a document');
}

/** `$all: [x]` means that x is among the values, so a scalar field can match as well; an empty list matches nothing. */
function all(path: string, operand: unknown): DocumentPredicate {
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array');
  const tests = operand.flatMap(item => compileField(path, allItem(item)));
  return tests.length === 0 ? () => false : every(tests);
}

function allItem(item: unknown): unknown {
  if (!hasOperators(item) || '$elemMatch' in item) return item;
  throw requestFailed('no $ expressions in $all');
}

function hasElement(operand: unknown): ValuePredicate {
  const test = elementPredicate(operand);
  return value => Array.isArray(value) && value.some(test);
}

/** What one array element has to satisfy: operators look at the element itself, fields only at objects. */
export function elementPredicate(operand: unknown): ValuePredicate {
  if (!isPlainObject(operand)) throw requestFailed('$elemMatch needs an Object');
  if (hasOperators(operand) && !isLogical(operand)) return elementConditions(operand);
  const filter = compileFilter(operand);
  return value => isPlainObject(value) && filter(value);
}

function isLogical(operand: Conditions): boolean {
  return Object.keys(operand).some(name => ['$and', '$or', '$nor', '$expr'].includes(name));
}

/** Operators on an element look at it as it is: an array inside an array is not opened once more. */
function elementConditions(conditions: Conditions): ValuePredicate {
  const tests = operatorNames(conditions).map(name => elementCondition(name, conditions));
  return value => tests.every(test => test(value));
}

function elementCondition(name: string, conditions: Conditions): ValuePredicate {
  const operand = conditions[name];
  switch (name) {
    case '$ne':
      return notValue(equals(operand));
    case '$nin':
      return notValue(VALUE_PREDICATES.$in!(operand));
    case '$not':
      return notValue(elementNot(operand));
    case '$exists':
      return value => (value !== undefined) === Boolean(operand);
    case '$size':
      return hasSize(operand);
    case '$elemMatch':
      return hasElement(operand);
    case '$all': {
      const test = all('element', operand);
      return element => test({ element });
    }
    default:
      return valuePredicate(name, conditions);
  }
}

function elementNot(operand: unknown): ValuePredicate {
  return operand instanceof RegExp
    ? VALUE_PREDICATES.$regex!(operand)
    : elementConditions(notOperand(operand) as Conditions);
}

function hasSize(operand: unknown): ValuePredicate {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0) {
    throw requestFailed(`Failed to parse $size. Expected a non-negative whole number: ${String(operand)}`);
  }
  return value => Array.isArray(value) && value.length === operand;
}

function exists(path: string, wanted: boolean): DocumentPredicate {
  const found = wholeValue(path, value => value !== undefined);
  return wanted ? found : not(found);
}

function someValue(path: string, test: ValuePredicate): DocumentPredicate {
  if (!path.includes('.')) return document => topLevelMatches(document, path, test);
  return document => pathValues(document, path, true).some(test);
}

/** The same as `pathValues` for a path without dots, without making an array for it. */
function topLevelMatches(document: Record<string, unknown>, name: string, test: ValuePredicate): boolean {
  const value = Object.hasOwn(document, name) ? document[name] : undefined;
  return test(value) || (Array.isArray(value) && value.some(test));
}

function wholeValue(path: string, test: ValuePredicate): DocumentPredicate {
  return document => pathValues(document, path, false).some(test);
}

function every(tests: DocumentPredicate[]): DocumentPredicate {
  return document => tests.every(test => test(document));
}

function not(test: DocumentPredicate): DocumentPredicate {
  return document => !test(document);
}

function notValue(test: ValuePredicate): ValuePredicate {
  return value => !test(value);
}
