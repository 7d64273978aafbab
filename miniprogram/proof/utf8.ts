/** A text that has no UTF-8 form; `index` is the position of the unpaired surrogate, in UTF-16 code units. */
export class UnpairedSurrogateError extends Error {
  readonly code = 'LONE_SURROGATE';
  readonly index: number;

  constructor(index: number) {
    super(`unpaired surrogate at index ${index}`);
    this.name = 'UnpairedSurrogateError';
    this.index = index;
  }
}

/** No UTF-16 code unit needs more: a surrogate pair takes four bytes for two units. */
export const MOST_BYTES_A_CODE_UNIT = 3;

/** The UTF-8 bytes of a text. The phone has no TextEncoder. Throws `UnpairedSurrogateError`: replacing would let two texts share a hash. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * MOST_BYTES_A_CODE_UNIT);
  return bytes.slice(0, writeUtf8(text, bytes));
}

/** Writes the text into `target`, which has to be long enough, from a place on, and returns where it ends. */
export function writeUtf8(text: string, target: Uint8Array, at = 0): number {
  let length = at;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      target[length++] = unit;
      continue;
    }
    const codePoint = isSurrogate(unit) ? pairAt(text, index) : unit;
    length = writeLong(codePoint, target, length);
    if (codePoint > 0xffff) index += 1;
  }
  return length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function pairAt(text: string, index: number): number {
  const high = text.charCodeAt(index);
  // Past the end charCodeAt gives NaN, which fails both comparisons.
  const low = text.charCodeAt(index + 1);
  if (high > 0xdbff || !(low >= 0xdc00 && low <= 0xdfff)) throw new UnpairedSurrogateError(index);
  return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

function writeLong(codePoint: number, target: Uint8Array, at: number): number {
  let length = at;
  if (codePoint < 0x800) {
    target[length++] = 0xc0 | (codePoint >> 6);
  } else {
    if (codePoint < 0x10000) {
      target[length++] = 0xe0 | (codePoint >> 12);
    } else {
      target[length++] = 0xf0 | (codePoint >> 18);
      target[length++] = 0x80 | ((codePoint >> 12) & 0x3f);
    }
    target[length++] = 0x80 | ((codePoint >> 6) & 0x3f);
  }
  target[length++] = 0x80 | (codePoint & 0x3f);
  return length;
}
