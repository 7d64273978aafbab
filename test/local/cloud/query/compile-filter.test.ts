import { Long, ObjectId } from 'bson';
import { Query } from 'mingo';
import { compileFilter } from '../../../../local/cloud/query/compile-filter';
import { StoreError } from '../../../../local/cloud/store';

type Fields = Record<string, unknown>;

/** Every document that a query is tested with; the tables name the ids that match. */
const DOCUMENTS: Fields[] = [
  { _id: 'number', a: 5, b: 1 },
  { _id: 'text', a: 'five', b: 2 },
  { _id: 'null', a: null },
  { _id: 'missing', b: 3 },
  { _id: 'array', a: [1, 5, 9] },
  { _id: 'empty', a: [] },
  { _id: 'nested', a: [[1, 5], [7]] },
  { _id: 'object', a: { x: 1, y: 2 } },
  { _id: 'turned', a: { y: 2, x: 1 } },
  { _id: 'list', a: [{ x: 1 }, { x: 4, y: 2 }] },
  { _id: 'date', a: new Date(1000) },
  { _id: 'yes', a: true },
];

function idsOf(query: Fields): unknown[] {
  const filter = compileFilter(query);
  return DOCUMENTS.filter(filter).map(({ _id }) => _id);
}

function bareIdsOf(query: Fields): unknown[] | string {
  try {
    const bare = new Query(query);
    return DOCUMENTS.filter(document => bare.test(document)).map(({ _id }) => _id);
  } catch (error) {
    return String(error);
  }
}

test.each<[string, Fields, string[]]>([
  ['equality finds the number itself and inside an array', { a: 5 }, ['number', 'array']],
  ['equality of a whole array', { a: [1, 5, 9] }, ['array']],
  ['equality of an element that is an array', { a: [1, 5] }, ['nested']],
  ['null finds null and missing', { a: null }, ['null', 'missing']],
  [
    'neq leaves out arrays that contain the value',
    { a: { $ne: 5 }, b: { $exists: false } },
    ['null', 'empty', 'nested', 'object', 'turned', 'list', 'date', 'yes'],
  ],
  ['gt compares only numbers with a number', { a: { $gt: 4 } }, ['number', 'array']],
  ['gte and lte on different elements of an array', { a: { $gt: 8, $lt: 2 } }, ['array']],
  ['gt compares only strings with a string', { a: { $gt: 'a' } }, ['text']],
  ['gte null finds null and missing', { a: { $gte: null } }, ['null', 'missing']],
  ['lt on a date', { a: { $lt: new Date(2000) } }, ['date']],
  ['in with null', { a: { $in: [null, 'five'] } }, ['text', 'null', 'missing']],
  ['in with a regular expression', { a: { $in: [/^fi/, true] } }, ['text', 'yes']],
  [
    'nin',
    { a: { $nin: [5, null] }, b: { $exists: false } },
    ['empty', 'nested', 'object', 'turned', 'list', 'date', 'yes'],
  ],
  ['exists', { a: { $exists: false } }, ['missing']],
  ['size looks at the array itself', { a: { $size: 2 } }, ['nested', 'list']],
  ['all', { a: { $all: [1, 9] } }, ['array']],
  ['all with elemMatch', { a: { $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { y: 2 } }] } }, ['list']],
  ['empty all matches nothing', { a: { $all: [] } }, []],
  ['elemMatch of fields needs one element that has both', { a: { $elemMatch: { x: 4, y: 2 } } }, ['list']],
  [
    'elemMatch of values needs one element in the range',
    { a: { $elemMatch: { $gt: 4, $lt: 6 } } },
    ['array'],
  ],
  ['elemMatch with a logical operator', { a: { $elemMatch: { $or: [{ x: 9 }, { y: 2 }] } } }, ['list']],
  ['elemMatch with not and size', { a: { $elemMatch: { $not: { $gt: 0 }, $size: 1 } } }, ['nested']],
  ['mod', { a: { $mod: [4, 1] } }, ['number', 'array']],
  [
    'not keeps what has no such field',
    { a: { $not: { $gt: 4 } }, b: { $exists: true } },
    ['text', 'missing'],
  ],
  ['not with a regular expression', { a: { $not: /^f/ }, b: { $exists: true } }, ['number', 'missing']],
  ['nor', { $nor: [{ a: { $exists: true } }, { b: 9 }] }, ['missing']],
  ['or with and', { $or: [{ $and: [{ a: 5 }, { b: 1 }] }, { a: true }] }, ['number', 'yes']],
  ['regex with options', { a: { $regex: '^FI', $options: 'i' } }, ['text']],
  ['a path into objects and arrays of objects', { 'a.x': 1 }, ['object', 'turned', 'list']],
  ['a path with a position', { 'a.1': 5 }, ['array']],
  [
    'null at a path that arrays of scalars do not have',
    { 'a.x': null },
    ['number', 'text', 'null', 'missing', 'date', 'yes'],
  ],
  ['type', { a: { $type: ['array', 'bool'] } }, ['array', 'empty', 'nested', 'list', 'yes']],
  ['type of a whole number', { a: { $type: 'int' } }, ['number', 'array']],
  ['expr', { $expr: { $gt: ['$a', '$b'] }, b: { $exists: true } }, ['number', 'text']],
  ['bitsAllSet', { a: { $bitsAllSet: 5 } }, ['number', 'array']],
  ['bitsAnySet by position', { b: { $bitsAnySet: [1] } }, ['text', 'missing']],
])('%s', (_name, query, ids) => {
  expect(idsOf(query)).toEqual(ids);
});

describe('where mingo differs from MongoDB', () => {
  test.each<[string, Fields, string[]]>([
    ['objects are equal only with their fields in the same order', { a: { x: 1, y: 2 } }, ['object']],
    ['all finds a scalar field', { a: { $all: [5] } }, ['number', 'array']],
    ['elemMatch of fields does not match scalars', { a: { $elemMatch: { z: 9, x: 9 } } }, []],
    ['elemMatch of one field does not match scalars', { a: { $elemMatch: { q: 5 } } }, []],
    ['lte null is equality with null', { a: { $lte: null } }, ['null', 'missing']],
    [
      'arrays are compared as a whole, in their order',
      { a: { $gte: [1, 5, 9] } },
      ['array', 'nested', 'list'],
    ],
    [
      'a missing field under an array',
      { 'a.x': { $exists: false } },
      ['number', 'text', 'null', 'missing', 'array', 'empty', 'nested', 'date', 'yes'],
    ],
    ['a fraction has no remainder of its own', { c: { $mod: [2, 0] } }, []],
  ])('%s', (_name, query, ids) => {
    expect(idsOf(query)).toEqual(ids);
  });

  test.each<[string, Fields]>([
    ['key order', { a: { x: 1, y: 2 } }],
    ['all on a scalar', { a: { $all: [5] } }],
    ['elemMatch on scalars', { a: { $elemMatch: { q: 5 } } }],
    ['comparison of whole arrays', { a: { $gte: [1, 5, 9] } }],
  ])('bare mingo fails: %s', (_name, query) => {
    expect(bareIdsOf(query)).not.toEqual(idsOf(query));
  });
});

test('mod takes the whole part of a fraction', () => {
  expect(compileFilter({ a: { $mod: [4, 1] } })({ a: 5.9 })).toBe(true);
});

test('object ids and long numbers are compared by value', () => {
  const id = '65f000000000000000000001';
  expect(compileFilter({ a: new ObjectId(id) })({ a: new ObjectId(id) })).toBe(true);
  expect(compileFilter({ a: { $gt: 1 } })({ a: Long.fromString('9223372036854775807') })).toBe(true);
  expect(compileFilter({ a: Long.fromString('9007199254740993') })({ a: 9007199254740992 })).toBe(false);
});

test('strings are ordered by code point', () => {
  const afterPrivateUse = compileFilter({ a: { $gt: '\uffee' } });
  expect(afterPrivateUse({ a: '😀' })).toBe(true);
  expect(new Query({ a: { $gt: '\uffee' } }).test({ a: '😀' })).toBe(false);
});

test('a field named like a method of every object is missing', () => {
  expect(compileFilter({ constructor: { $exists: true } })({ a: 1 })).toBe(false);
});

test.each<[string, Fields, string]>([
  ['jsonSchema', { $jsonSchema: {} }, '$jsonSchema'],
  ['where', { $where: 'true' }, 'unknown top level operator'],
  ['an unknown operator', { a: { $near2: 1 } }, 'unknown operator: $near2'],
  ['in without an array', { a: { $in: 1 } }, '$in needs an array'],
  ['an empty or', { $or: [] }, 'nonempty array'],
  ['size of a fraction', { a: { $size: 1.5 } }, '$size'],
  ['a wrong expression', { a: { $regex: '(' } }, 'Regular expression is invalid'],
  ['an option JavaScript has not', { a: { $regex: 'a', $options: 'x' } }, 'invalid flag'],
  ['mod by zero', { a: { $mod: [0, 1] } }, 'divisor cannot be 0'],
  ['not without operators', { a: { $not: 5 } }, '$not needs'],
])('refuses %s', (_name, query, message) => {
  expect(() => compileFilter(query)).toThrow(StoreError);
  expect(() => compileFilter(query)).toThrow(message);
});
