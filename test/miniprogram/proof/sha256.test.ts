import { createHash } from 'node:crypto';
import { sha256Hex, UnpairedSurrogateError, utf8Bytes } from '../../../miniprogram/proof';
import * as fc from '../../support/fast-check';

/** Message and digest: NIST, "Secure Hash Standard" example values and CAVP short messages. */
const nistVectors: [string, string][] = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  [
    'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
    'cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
];

function nodeHex(input: string | Uint8Array): string {
  return createHash('sha256').update(input).digest('hex');
}

const wellFormedText = fc.string({ unit: 'binary', maxLength: 300 });

test.each(nistVectors)('gives the published digest of message %#', (message, digest) => {
  expect(sha256Hex(message)).toBe(digest);
  expect(sha256Hex(utf8Bytes(message))).toBe(digest);
});

test('pads every length around one, two and three blocks as node does', () => {
  for (let length = 0; length <= 200; length += 1) {
    const bytes = new Uint8Array(length).fill(0xa5);
    expect(sha256Hex(bytes)).toBe(nodeHex(bytes));
  }
});

test('agrees with node on any bytes, also when they are a view into a larger buffer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 1000 }), fc.nat(20), (bytes, offset) => {
      const view = bytes.subarray(Math.min(offset, bytes.length));
      expect(sha256Hex(view)).toBe(nodeHex(view));
    }),
  );
});

test('agrees with node on any text', () => {
  fc.assert(fc.property(wellFormedText, text => sha256Hex(text) === nodeHex(text)));
});

test('a long text does not leave traces in the digest of a short one', () => {
  sha256Hex('轨'.repeat(50_000));
  expect(sha256Hex('abc')).toBe(nodeHex('abc'));
});

test('encodes any text to the bytes that node gives', () => {
  fc.assert(fc.property(wellFormedText, text => Buffer.from(text, 'utf8').equals(utf8Bytes(text))));
});

test.each(['\u007f', '\u0080', '\u07ff', '\u0800', '\uffff', '\u{10000}', '\u{10ffff}'])(
  'encodes the boundary character %j',
  text => {
    expect([...utf8Bytes(text)]).toEqual([...Buffer.from(text, 'utf8')]);
  },
);

test.each([
  ['ab\ud800', 2],
  ['\udc00ab', 0],
  ['\udc00\udc00', 0],
  ['a\udbff\udbff\udfff', 1],
])('refuses a text with an unpaired surrogate and names its index', (text, index) => {
  expect(() => sha256Hex(text)).toThrow(UnpairedSurrogateError);
  expect(() => utf8Bytes(text)).toThrow(expect.objectContaining({ index }));
});
