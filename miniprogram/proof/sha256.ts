import { BLOCK_BYTES, compressBlocks, INITIAL_STATE } from './sha256-blocks';
import { MOST_BYTES_A_CODE_UNIT, writeUtf8 } from './utf8';

const LENGTH_BYTES = 8;

/** Scratch space is kept between calls, because a verification hashes a million short texts in a row. */
const state = new Int32Array(INITIAL_STATE.length);
const lastBlocks = new Uint8Array(2 * BLOCK_BYTES);
let scratch = new Uint8Array(4096);

const HEX_OF_BYTE = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** SHA-256 (FIPS 180-4) of bytes, or of the UTF-8 form of a text, as 64 lower-case hexadecimal digits. Throws `UnpairedSurrogateError`. */
export function sha256Hex(input: string | Uint8Array): string {
  if (typeof input === 'string') {
    digest(scratchFor(input), writeUtf8(input, scratch));
  } else {
    digest(input, input.length);
  }
  return stateHex();
}

function scratchFor(text: string): Uint8Array {
  const needed = text.length * MOST_BYTES_A_CODE_UNIT;
  if (scratch.length < needed) scratch = new Uint8Array(2 * needed);
  return scratch;
}

/** Leaves the digest of the first `length` bytes in `state`. */
function digest(bytes: Uint8Array, length: number): void {
  const whole = Math.floor(length / BLOCK_BYTES);
  state.set(INITIAL_STATE);
  compressBlocks(state, bytes, 0, whole);
  compressBlocks(state, lastBlocks, 0, pad(bytes, whole * BLOCK_BYTES, length));
}

/** Fills the last block or two: what is left of the message, a one bit, zeros, the length in bits (FIPS 180-4, 5.1.1). */
function pad(bytes: Uint8Array, from: number, length: number): number {
  const left = length - from;
  const blocks = left + 1 + LENGTH_BYTES <= BLOCK_BYTES ? 1 : 2;
  const end = blocks * BLOCK_BYTES;
  lastBlocks.fill(0);
  for (let index = 0; index < left; index += 1) lastBlocks[index] = bytes[from + index]!;
  lastBlocks[left] = 0x80;
  // The length in bits does not fit 32 bits, so its two halves are taken from the length in bytes.
  writeWord(lastBlocks, end - LENGTH_BYTES, Math.floor(length / 2 ** 29));
  writeWord(lastBlocks, end - LENGTH_BYTES / 2, length << 3);
  return blocks;
}

function writeWord(target: Uint8Array, at: number, word: number): void {
  target[at] = word >>> 24;
  target[at + 1] = word >>> 16;
  target[at + 2] = word >>> 8;
  target[at + 3] = word;
}

function stateHex(): string {
  let text = '';
  for (let index = 0; index < state.length; index += 1) {
    const word = state[index]!;
    text += HEX_OF_BYTE[word >>> 24]! + HEX_OF_BYTE[(word >>> 16) & 0xff]!;
    text += HEX_OF_BYTE[(word >>> 8) & 0xff]! + HEX_OF_BYTE[word & 0xff]!;
  }
  return text;
}
