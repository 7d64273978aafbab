import { Decimal128, Long, ObjectId } from 'bson';
import { decodeEjson, encodeEjson } from '../../../../local/cloud/query/ejson';
import * as fc from '../../../support/fast-check';

/** The EJSON that the SDK itself uses: it writes our requests and reads our answers. */
const sdk = jest.requireActual<{
  EJSON: { parse(text: string): unknown; stringify(value: unknown, options: object): string };
}>('../../../../node_modules/@cloudbase/database/node_modules/bson').EJSON;

const names = fc
  .stringMatching(/^[a-zA-Z_\u4e00-\u9fa5][\w\u4e00-\u9fa5]{0,6}$/)
  .filter(name => name !== '__proto__');
const values = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    // Whole numbers beyond 2^53 travel as longs and stay longs: they are cases of their own below.
    fc
      .double({ noNaN: true })
      .filter(
        number => !Object.is(number, -0) && (!Number.isInteger(number) || Number.isSafeInteger(number)),
      ),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(names, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

test('the SDK reads every answer back to the value it was made of', () => {
  fc.assert(fc.property(values, value => expect(sdk.parse(encodeEjson({ value }))).toEqual({ value })));
});

test('what the SDK sends is decoded to the value it was made of', () => {
  fc.assert(
    fc.property(values, value =>
      expect(decodeEjson(sdk.stringify({ value }, { relaxed: false }))).toEqual({ value }),
    ),
  );
});

test('the log reads back to the same value', () => {
  fc.assert(fc.property(values, value => expect(decodeEjson(encodeEjson({ value }))).toEqual({ value })));
});

test.each<[string, string, unknown]>([
  ['int', '{"$numberInt":"5"}', 5],
  ['double', '{"$numberDouble":"1.5"}', 1.5],
  ['infinity', '{"$numberDouble":"-Infinity"}', Number.NEGATIVE_INFINITY],
  ['a long that fits', '{"$numberLong":"1700000000000"}', 1700000000000],
  ['date', '{"$date":{"$numberLong":"-1"}}', new Date(-1)],
  ['relaxed date', '{"$date":"2026-01-01T00:00:00Z"}', new Date('2026-01-01T00:00:00Z')],
  ['regular expression', '{"$regularExpression":{"pattern":"^a","options":"i"}}', /^a/i],
  ['operators stay', '{"a":{"$regex":"x","$options":"i"}}', { a: { $regex: 'x', $options: 'i' } }],
  [
    'the server date stays',
    '{"$tcb_server_date":{"offset":{"$numberInt":"3"}}}',
    { $tcb_server_date: { offset: 3 } },
  ],
])('decodes %s', (_name, text, expected) => {
  expect(decodeEjson(text)).toEqual(expected);
});

test('negative zero and what is no number survive in the log', () => {
  const value = [-0, Number.NaN, Number.POSITIVE_INFINITY];
  expect(decodeEjson(encodeEjson(value))).toEqual(value);
});

test('types that JSON does not have survive', () => {
  const value = {
    id: new ObjectId('65f000000000000000000001'),
    long: Long.fromString('9223372036854775807'),
    decimal: Decimal128.fromString('1.10'),
    expression: /a"b/is,
  };
  expect(decodeEjson(encodeEjson(value))).toEqual(value);
});

test('refuses text that is not JSON and dates that are none', () => {
  expect(() => decodeEjson('{')).toThrow('Invalid request param');
  expect(() => decodeEjson('{"$date":"soon"}')).toThrow('$date');
});
