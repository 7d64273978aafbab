import { Increment } from '../../../../cloudfunctions/platform';
import {
  type CloudCommand,
  encodeConditions,
  encodePatch,
  plainCopy,
} from '../../../../cloudfunctions/platform/database/encode';

/** The SDK's commands as texts. */
class Term {
  constructor(readonly text: string) {}
  and = (other: Term): Term => new Term(`${this.text} and ${other.text}`);
}
const term = (name: string) => (value: unknown) => new Term(`${name} ${JSON.stringify(value)}`);
const command = {
  gt: term('>'),
  gte: term('>='),
  lt: term('<'),
  lte: term('<='),
  in: term('in'),
  set: (value: unknown) => `set ${JSON.stringify(value)}`,
  inc: (by: number) => `inc ${by}`,
} as unknown as CloudCommand;

const textOf = (value: unknown) => (value instanceof Term ? value.text : value);

test.each([
  ['a value to equal', 'x', 'x'],
  ['null to equal', null, null],
  ['false and zero are values', 0, 0],
  ['after', { above: 1 }, '> 1'],
  ['from', { from: 1 }, '>= 1'],
  ['before', { below: 1 }, '< 1'],
  ['up to', { upTo: 1 }, '<= 1'],
  ['both ends', { from: 1, below: 9 }, '>= 1 and < 9'],
  ['a bound of zero or of an empty text is a bound', { above: 0, upTo: '' }, '> 0 and <= ""'],
  ['a list', { oneOf: ['a', 'b'] }, 'in ["a","b"]'],
  ['an empty list matches nothing, not everything', { oneOf: [] }, 'in []'],
])('condition: %s', (_, condition, expected) => {
  const encoded = encodeConditions({ field: condition }, command) as Record<string, unknown>;
  expect(textOf(encoded.field)).toEqual(expected);
});

test('a condition without a bound is a mistake, never a match of everything', () => {
  expect(() => encodeConditions({ field: {} }, command)).toThrow();
});

test('a patch replaces whole values, counts, and leaves out what is undefined', () => {
  const patch = { object: { a: 1 }, list: [], nothing: null, count: new Increment(-2), absent: undefined };
  expect(encodePatch(patch, command)).toEqual({
    object: 'set {"a":1}',
    list: 'set []',
    nothing: 'set null',
    count: 'inc -2',
  });
});

test('the copy that the SDK may write into is not the document', () => {
  const document = { _id: 'x', absent: undefined, nothing: null };
  const copy = plainCopy(document);
  expect(copy).toStrictEqual({ _id: 'x', nothing: null });
  expect(copy).not.toBe(document);
});
