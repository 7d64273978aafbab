import { Long } from 'bson';
import { update as bareUpdate } from 'mingo';
import { compileUpdate } from '../../../../local/cloud/query/update/apply-update';
import { StoreError } from '../../../../local/cloud/store';

type Fields = Record<string, unknown>;

const nowMs = () => 5000;

function updated(fields: Fields, update: Fields): Fields {
  return compileUpdate(update, nowMs)({ _id: 1, ...fields });
}

test.each<[string, Fields, Fields, Fields]>([
  ['set', { a: 1 }, { $set: { a: 2, b: 3 } }, { a: 2, b: 3 }],
  ['set makes objects on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  ['set into an array by index', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
  ['set past the end fills with null', { a: [1] }, { $set: { 'a.3': 9 } }, { a: [1, null, null, 9] }],
  [
    'set of the server date',
    {},
    { $set: { at: { $tcb_server_date: { offset: -1000 } } } },
    { at: new Date(4000) },
  ],
  ['remove', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
  ['remove of an array element leaves null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  ['remove of a missing path', { a: 1 }, { $unset: { 'x.y': '' } }, { a: 1 }],
  ['inc', { a: 1 }, { $inc: { a: 2, b: 5 } }, { a: 3, b: 5 }],
  ['mul', { a: 3 }, { $mul: { a: 2, b: 5 } }, { a: 6, b: 0 }],
  ['min and max', { a: 3, b: 3 }, { $min: { a: 1, c: 7 }, $max: { b: 9 } }, { a: 1, b: 9, c: 7 }],
  ['max across types', { a: 3 }, { $max: { a: 'text' } }, { a: 'text' }],
  ['rename', { a: 1 }, { $rename: { a: 'b' } }, { b: 1 }],
  ['rename into an object', { a: 1, o: { x: 1 } }, { $rename: { a: 'o.a' } }, { o: { x: 1, a: 1 } }],
  ['rename of a missing field', { b: 1 }, { $rename: { a: 'b' } }, { b: 1 }],
  [
    'bit',
    { a: 13, b: 1, c: 6 },
    { $bit: { a: { and: 10 }, b: { or: 6 }, c: { xor: 3 } } },
    { a: 8, b: 7, c: 5 },
  ],
  ['push one', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
  ['push into a missing field', {}, { $push: { a: { $each: [1] } } }, { a: [1] }],
  [
    'push each at a position',
    { a: [1, 4] },
    { $push: { a: { $each: [2, 3], $position: 1 } } },
    { a: [1, 2, 3, 4] },
  ],
  [
    'push, sort and keep the last',
    { a: [5, 1] },
    { $push: { a: { $each: [3], $sort: 1, $slice: -2 } } },
    { a: [3, 5] },
  ],
  [
    'push sorted by a field',
    { a: [{ n: 2 }] },
    { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
    { a: [{ n: 1 }, { n: 2 }] },
  ],
  ['push and keep the first', { a: [1] }, { $push: { a: { $each: [2, 3], $slice: 2 } } }, { a: [1, 2] }],
  ['pop and shift', { a: [1, 2], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1], b: [2] }],
  ['pull a value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['pull by a condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  ['pull by fields', { a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
  ['pull with in', { a: [1, 2, 3] }, { $pull: { a: { $in: [1, 3] } } }, { a: [2] }],
  ['pullAll', { a: [1, 2, 3, 1] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ['addToSet', { a: [1] }, { $addToSet: { a: 1, b: { $each: [1, 1, 2] } } }, { a: [1], b: [1, 2] }],
  [
    'addToSet of an array adds it as one element',
    { a: [1] },
    { $addToSet: { a: [2, 3] } },
    { a: [1, [2, 3]] },
  ],
  ['addToSet in the words of the SDK', { a: [1] }, { $addToSet: { a: { each: [1, 2] } } }, { a: [1, 2] }],
  ['currentDate', {}, { $currentDate: { at: true } }, { at: new Date(5000) }],
  ['setOnInsert does nothing in an update', { a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
  ['new fields come in the order of their names', {}, { $set: { b: 1 }, $inc: { a: 1 } }, { a: 1, b: 1 }],
])('%s', (_name, fields, update, expected) => {
  const result = updated(fields, update);
  expect(result).toEqual({ _id: 1, ...expected });
  expect(Object.keys(result)).toEqual(['_id', ...Object.keys(expected)]);
});

test.each<[string, Fields, Fields, string]>([
  ['inc of a string', { a: 'x' }, { $inc: { a: 1 } }, 'Cannot apply $inc to a value of non-numeric type'],
  ['inc of null', { a: null }, { $inc: { a: 1 } }, 'non-numeric type null'],
  ['inc by a string', { a: 1 }, { $inc: { a: '1' } }, 'Cannot increment with non-numeric argument'],
  ['mul of a string', { a: 'x' }, { $mul: { a: 1 } }, 'Cannot apply $mul'],
  ['bit of a fraction', { a: 1.5 }, { $bit: { a: { or: 1 } } }, 'Cannot apply $bit'],
  ['one path twice', {}, { $set: { a: 1 }, $inc: { a: 1 } }, "would create a conflict at 'a'"],
  ['a path and its parent', {}, { $set: { 'a.b': 1 }, $unset: { a: '' } }, "would create a conflict at 'a'"],
  ['a parent with a name between', {}, { $set: { a: 1, 'a-b': 1, 'a.c': 1 } }, "conflict at 'a'"],
  ['a change of _id', {}, { $set: { _id: 2 } }, "immutable field '_id'"],
  ['a removal of _id', {}, { $unset: { _id: '' } }, "immutable field '_id'"],
  ['a rename of _id', {}, { $rename: { _id: 'a' } }, "immutable field '_id'"],
  ['a rename to the same name', { a: 1 }, { $rename: { a: 'a' } }, 'must differ'],
  ['a rename into its own child', { a: 1 }, { $rename: { a: 'a.b' } }, 'conflict'],
  [
    'a rename inside an array',
    { a: [{ b: 1 }] },
    { $rename: { 'a.0.b': 'c' } },
    'cannot be an array element',
  ],
  ['a rename to a number', { a: 1 }, { $rename: { a: 5 } }, 'must be a string'],
  ['push to a string', { a: 'x' }, { $push: { a: 1 } }, 'must be an array but is of type string'],
  ['pull from a number', { a: 1 }, { $pull: { a: 1 } }, 'must be an array'],
  ['pop by 2', { a: [] }, { $pop: { a: 2 } }, '$pop expects 1 or -1'],
  ['each without an array', { a: [] }, { $push: { a: { $each: 1 } } }, 'must be an array'],
  ['a field in a scalar', { a: 1 }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: 1}"],
  ['a name in an array', { a: [1] }, { $set: { 'a.b': 1 } }, "Cannot create field 'b'"],
  ['a stored field with a dollar', {}, { $set: { a: { $x: 1 } } }, 'dollar ($) prefixed'],
  ['a new field with a dollar', {}, { $set: { 'a.$x': 1 } }, 'dollar ($) prefixed'],
  ['the prototype', {}, { $set: { 'a.__proto__.b': 1 } }, 'not valid for storage'],
  ['an unknown operator', {}, { $sets: { a: 1 } }, 'Unknown modifier: $sets'],
  ['an operator of every object', {}, { constructor: { a: 1 } }, 'Unknown modifier'],
  ['the positional operator', { a: [1] }, { $set: { 'a.$': 1 } }, 'positional'],
  ['an empty field name', {}, { $set: { 'a..b': 1 } }, 'empty field name'],
])('refuses %s', (_name, fields, update, message) => {
  expect(() => updated(fields, update)).toThrow(StoreError);
  expect(() => updated(fields, update)).toThrow(message);
});

test.each<[string, Fields, Fields]>([
  ['set of an equal value', { a: { x: [1, new Date(1)] } }, { $set: { a: { x: [1, new Date(1)] } } }],
  ['addToSet of what is there', { a: [{ x: 1 }] }, { $addToSet: { a: { x: 1 } } }],
  ['pull of what is not there', { a: [1] }, { $pull: { a: 2 } }],
  ['pop of an empty array', { a: [] }, { $pop: { a: 1 } }],
  ['min of a smaller value', { a: 1 }, { $min: { a: 2 } }],
  ['inc by nothing', { a: 1 }, { $inc: { a: 0 } }],
  ['rename of a missing field', { b: 1 }, { $rename: { a: 'c' } }],
])('changes nothing and says so: %s', (_name, fields, update) => {
  const document = { _id: 1, ...fields };
  expect(compileUpdate(update, nowMs)(document)).toBe(document);
});

test('leaves the old version as it was and shares what it does not touch', () => {
  const before = { _id: 1, a: { b: { c: 1 }, d: { e: 1 } } };
  const copy = structuredClone(before);
  const after = compileUpdate({ $set: { 'a.b.c': 2 } }, nowMs)(before) as typeof before;
  expect(before).toEqual(copy);
  expect(after.a.d).toBe(before.a.d);
});

test('does not keep the value of the update itself', () => {
  const value = { x: [1] };
  const after = updated({}, { $set: { a: value }, $push: { list: value } }) as {
    a: typeof value;
    list: unknown[];
  };
  value.x.push(2);
  expect(after.a).toEqual({ x: [1] });
  expect(after.list).toEqual([{ x: [1] }]);
});

test('whole numbers beyond a double stay exact', () => {
  const large = Long.fromString('9007199254740993');
  expect(String(updated({ a: large }, { $inc: { a: 2 } }).a)).toBe('9007199254740995');
  expect(updated({ a: large }, { $inc: { a: -9007199254740990 } }).a).toBe(3);
  expect(() => updated({ a: Long.MAX_VALUE }, { $inc: { a: 1 } })).toThrow('64-bit');
});

test.each<[string, Fields, Fields]>([
  ['inc of a string', { a: 'x' }, { $inc: { a: 1 } }],
  ['push to a string', { a: 'x' }, { $push: { a: 1 } }],
  ['a field in a scalar', { a: 1 }, { $set: { 'a.b': 1 } }],
])('bare mingo passes over %s', (_name, fields, update) => {
  expect(() => bareUpdate({ _id: 1, ...fields }, update as never)).not.toThrow();
});
