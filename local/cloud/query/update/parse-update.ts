import { isPlainObject } from '../plain-object';
import { requestFailed } from '../query-error';
import { addToSet, pop, pull, pullAll, push } from './array-modifiers';
import { currentDate, greatest, set, smallest, unset } from './field-modifiers';
import type { Modification, ModifyValue } from './modifier';
import { bitwise, increment, multiply } from './number-modifiers';

interface OperatorKind {
  creates: boolean;
  modifier: (operand: unknown) => ModifyValue;
}

const OPERATORS: Record<string, OperatorKind> = {
  $set: { creates: true, modifier: set },
  $setOnInsert: { creates: true, modifier: set },
  $unset: { creates: false, modifier: unset },
  $inc: { creates: true, modifier: increment },
  $mul: { creates: true, modifier: multiply },
  $min: { creates: true, modifier: smallest },
  $max: { creates: true, modifier: greatest },
  $bit: { creates: true, modifier: bitwise },
  $currentDate: { creates: true, modifier: currentDate },
  $push: { creates: true, modifier: push },
  $addToSet: { creates: true, modifier: addToSet },
  $pop: { creates: false, modifier: pop },
  $pull: { creates: false, modifier: pull },
  $pullAll: { creates: false, modifier: pullAll },
};

export interface Renaming {
  source: string;
  target: string;
}

export interface ParsedUpdate {
  /** Sorted by path, because MongoDB creates new fields in that order. */
  modifications: Modification[];
  renamings: Renaming[];
}

/** Reads an update of operators and refuses it as a whole when any part is wrong. */
export function parseUpdate(update: Record<string, unknown>): ParsedUpdate {
  const parsed: ParsedUpdate = { modifications: [], renamings: [] };
  for (const operator of Object.keys(update)) addOperator(parsed, operator, update[operator]);
  refuseConflicts(parsed);
  parsed.modifications.sort((left, right) => (left.path < right.path ? -1 : 1));
  return parsed;
}

function addOperator(parsed: ParsedUpdate, operator: string, fields: unknown): void {
  if (!isPlainObject(fields)) {
    throw requestFailed(`Modifiers operate on fields but we found another type for ${operator}`);
  }
  for (const path of Object.keys(fields)) {
    if (operator === '$rename') parsed.renamings.push(parseRenaming(path, fields[path]));
    else parsed.modifications.push(parseModification(operator, path, fields[path]));
  }
}

function parseModification(operator: string, path: string, operand: unknown): Modification {
  const kind = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (kind === undefined) throw requestFailed(`Unknown modifier: ${operator}`);
  return { operator, path, parts: pathParts(path), creates: kind.creates, modify: kind.modifier(operand) };
}

function parseRenaming(source: string, target: unknown): Renaming {
  if (typeof target !== 'string')
    throw requestFailed(`The 'to' field for $rename must be a string: ${source}`);
  pathParts(source);
  pathParts(target);
  if (source === target) {
    throw requestFailed(`The source and target field for $rename must differ: ${source}: "${target}"`);
  }
  return { source, target };
}

function pathParts(path: string): string[] {
  const parts = path.split('.');
  if (parts.includes('')) throw requestFailed(`The update path '${path}' contains an empty field name`);
  const positional = parts.find(part => part === '$' || part.startsWith('$['));
  if (positional !== undefined) {
    throw requestFailed(
      `The positional operator '${positional}' in '${path}' is not supported: name the index`,
    );
  }
  return parts;
}

function refuseConflicts({ modifications, renamings }: ParsedUpdate): void {
  const paths = modifications.map(({ path }) => path);
  for (const { source, target } of renamings) paths.push(source, target);
  paths.sort();
  for (let index = 1; index < paths.length; index++) refuseConflict(paths, index);
}

/** Sorted paths have a parent somewhere before its children, but not always next to them. */
function refuseConflict(paths: string[], index: number): void {
  const path = paths[index]!;
  const other = paths.slice(0, index).find(before => before === path || path.startsWith(`${before}.`));
  if (other !== undefined) {
    throw requestFailed(`Updating the path '${path}' would create a conflict at '${other}'`);
  }
}
