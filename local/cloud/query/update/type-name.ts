import { TYPE_RANK, typeRank } from '../compare-values';

const NAMES: Record<number, string> = {
  [TYPE_RANK.minKey]: 'minKey',
  [TYPE_RANK.missing]: 'missing',
  [TYPE_RANK.null]: 'null',
  [TYPE_RANK.number]: 'number',
  [TYPE_RANK.string]: 'string',
  [TYPE_RANK.object]: 'object',
  [TYPE_RANK.array]: 'array',
  [TYPE_RANK.binary]: 'binData',
  [TYPE_RANK.objectId]: 'objectId',
  [TYPE_RANK.boolean]: 'bool',
  [TYPE_RANK.date]: 'date',
  [TYPE_RANK.timestamp]: 'timestamp',
  [TYPE_RANK.regularExpression]: 'regex',
  [TYPE_RANK.maxKey]: 'maxKey',
};

/** MongoDB's name of a value's type, for error messages. */
export function typeName(value: unknown): string {
  return NAMES[typeRank(value)] ?? 'object';
}
