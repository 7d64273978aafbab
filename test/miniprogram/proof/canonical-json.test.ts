import { CanonicalJsonError, canonicalJson } from '../../../miniprogram/proof';
import * as fc from '../../support/fast-check';

/** IEEE 754 bits and their text: RFC 8785, appendix B. */
const numbersOfAppendixB: [string, string][] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

/** Input text and canonical text: the examples of RFC 8785 (3.2.2, 3.2.3) and of its reference test data. */
const documents: [string, string, string][] = [
  [
    'section 3.2.2',
    String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],
      "string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  ],
  [
    'section 3.2.3',
    String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
      "\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`,
    `{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","\u{1f600}":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}`,
  ],
  ['arrays', '[56,{"d":true,"10":null,"1":[]}]', '[56,{"1":[],"10":null,"d":true}]'],
  [
    'french',
    '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}',
    '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}',
  ],
  [
    'structures',
    String.raw`{"1":{"f":{"f":"hi","F":5},"\n":56.0},"10":{},"":"empty","a":{},"111":[{"e":"yes","E":"no"}],"A":{}}`,
    String.raw`{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}`,
  ],
  ['unicode', String.raw`{"Unnormalized Unicode":"A\u030a"}`, '{"Unnormalized Unicode":"A\u030a"}'],
  [
    'weird',
    String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\u000a":"Newline","1":"One","\u0080":"Control\u007f",
      "\ud83d\ude02":"Smiley","\u00f6":"Latin Small Letter O With Diaeresis",
      "\ufb33":"Hebrew Letter Dalet With Dagesh","</script>":"Browser Challenge"}`,
    `{"\\n":"Newline","\\r":"Carriage Return","1":"One","</script>":"Browser Challenge","\u0080":"Control\u007f","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","\u{1f602}":"Smiley","\ufb33":"Hebrew Letter Dalet With Dagesh"}`,
  ],
];

function refusalOf(value: unknown): { code: string; path: string } {
  try {
    canonicalJson(value);
  } catch (error) {
    if (error instanceof CanonicalJsonError) return { code: error.code, path: error.path };
    throw error;
  }
  throw new Error('the value was accepted');
}

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffled(inner)]),
  );
}

const wellFormedJson = fc.jsonValue({ stringUnit: 'binary' });

test.each(numbersOfAppendixB)('writes the number with the bits %s as %s', (bits, text) => {
  const number = Buffer.from(bits, 'hex').readDoubleBE();
  expect(canonicalJson(number)).toBe(text);
});

test.each(documents)('gives the canonical text of the RFC example "%s"', (_, input, canonical) => {
  expect(canonicalJson(JSON.parse(input))).toBe(canonical);
});

test('escapes every control character and nothing else below the quotation mark', () => {
  const controls = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code)).join('');
  expect(canonicalJson(`${controls} !/`)).toBe(
    '"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f' +
      '\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c\\u001d\\u001e\\u001f !/"',
  );
});

const withHole: number[] = [1];
withHole[2] = 3;

const cycle: Record<string, unknown> = {};
cycle.again = cycle;

test.each<[string, unknown, string, string]>([
  ['undefined', undefined, 'UNDEFINED', ''],
  ['an undefined field', { a: { b: undefined } }, 'UNDEFINED', '/a/b'],
  ['a hole in an array', { list: withHole }, 'UNDEFINED', '/list/1'],
  ['NaN', [[NaN]], 'NOT_FINITE', '/0/0'],
  ['Infinity', { a: Infinity }, 'NOT_FINITE', '/a'],
  ['minus Infinity', { a: -Infinity }, 'NOT_FINITE', '/a'],
  ['a lone high surrogate', { text: 'x\ud83d' }, 'LONE_SURROGATE', '/text'],
  ['a lone low surrogate', ['\ude00x'], 'LONE_SURROGATE', '/0'],
  ['surrogates in the wrong order', ['\ude00\ud83d'], 'LONE_SURROGATE', '/0'],
  ['a lone surrogate in a key', { '\ud83d': 1 }, 'LONE_SURROGATE', '/\ud83d'],
  ['a function', { f: () => 1 }, 'NOT_A_JSON_TYPE', '/f'],
  ['a symbol', [Symbol('s')], 'NOT_A_JSON_TYPE', '/0'],
  ['a bigint', { big: 1n }, 'NOT_A_JSON_TYPE', '/big'],
  ['a date', { at: new Date(0) }, 'NOT_A_PLAIN_OBJECT', '/at'],
  ['bytes', { bytes: new Uint8Array(1) }, 'NOT_A_PLAIN_OBJECT', '/bytes'],
  ['a map', new Map(), 'NOT_A_PLAIN_OBJECT', ''],
  ['a key that needs escaping in a pointer', { 'a/b~c': NaN }, 'NOT_FINITE', '/a~1b~0c'],
])('refuses %s and names its place', (_, value, code, path) => {
  expect(refusalOf(value)).toEqual({ code, path });
});

test('refuses a cycle instead of exhausting the stack', () => {
  expect(refusalOf(cycle).code).toBe('TOO_DEEP');
});

test('takes an object without a prototype', () => {
  expect(canonicalJson(Object.assign(Object.create(null), { b: 1, a: 2 }))).toBe('{"a":2,"b":1}');
});

test('does not depend on the order in which keys were written', () => {
  fc.assert(fc.property(wellFormedJson, value => canonicalJson(shuffled(value)) === canonicalJson(value)));
});

test('sorts an object of many keys as one of few', () => {
  const keys = Array.from({ length: 60 }, (_, index) => `${(index * 37) % 60}`);
  const text = canonicalJson(Object.fromEntries(keys.map(key => [`k${key}`, 0])));
  expect(Object.keys(JSON.parse(text))).toEqual(keys.map(key => `k${key}`).sort());
});

test('says the same value, and is its own canonical form', () => {
  fc.assert(
    fc.property(wellFormedJson, value => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

test('tells objects apart that begin with the same key', () => {
  const shapes = [
    { b: 1, a: 2 },
    { b: 1, a: 2, c: 3 },
    { b: 1, c: 2 },
    { b: 1, a: 2 },
    { b: { b: 1, a: 2 }, a: 3 },
  ];
  expect(shapes.map(canonicalJson)).toEqual([
    '{"a":2,"b":1}',
    '{"a":2,"b":1,"c":3}',
    '{"b":1,"c":2}',
    '{"a":2,"b":1}',
    '{"a":3,"b":{"a":2,"b":1}}',
  ]);
});
