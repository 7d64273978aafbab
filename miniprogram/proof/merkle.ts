import { sha256Hex } from './sha256';
import { MOST_BYTES_A_CODE_UNIT, writeUtf8 } from './utf8';

/**
 * SHA-256 of bytes as 64 hexadecimal digits; who seals a city's day on a machine with a native one may hand that in: the
 * digests are the same. The bytes are read at once and not kept, so that they may be overwritten afterwards.
 */
export type HashBytes = (bytes: Uint8Array) => string;

/** Leaves and inner nodes are hashed with different first bytes, so that neither can pass for the other (RFC 6962, 2.1). */
const LEAF = 0x00;
const NODE = 0x01;
const HASH_BYTES = 32;
const HASH_TEXT = /^[0-9a-f]{64}$/;

/** A tree of a million leaves has two million hashes, which need no memory of their own while they are made. */
const nodeBytes = new Uint8Array(1 + 2 * HASH_BYTES);
let leafBytes = new Uint8Array(1_024);

/** The value of a lower-case digit: letters have bit 6 set, and begin at 1 in their low bits where digits begin at 0. */
const digitOf = (code: number): number => (code & 15) + (code >> 6) * 9;

function writeHex(hash: string, target: Uint8Array, at: number): void {
  for (let index = 0; index < HASH_BYTES; index += 1) {
    const high = digitOf(hash.charCodeAt(2 * index));
    target[at + index] = 16 * high + digitOf(hash.charCodeAt(2 * index + 1));
  }
}

/** Hash of a leaf that is a text, as 64 hexadecimal digits. Throws `UnpairedSurrogateError`. */
export function leafHash(text: string, hash: HashBytes = sha256Hex): string {
  const needed = 1 + text.length * MOST_BYTES_A_CODE_UNIT;
  if (leafBytes.length < needed) leafBytes = new Uint8Array(needed);
  leafBytes[0] = LEAF;
  return hash(leafBytes.subarray(0, writeUtf8(text, leafBytes, 1)));
}

function nodeHash(left: string, right: string, hash: HashBytes): string {
  nodeBytes[0] = NODE;
  writeHex(left, nodeBytes, 1);
  writeHex(right, nodeBytes, 1 + HASH_BYTES);
  return hash(nodeBytes);
}

/** The largest power of two below `size`: there a tree is split in two. */
function splitOf(size: number): number {
  let split = 1;
  while (2 * split < size) split *= 2;
  return split;
}

/** The root of a tree without leaves: the hash of nothing. */
export const EMPTY_ROOT = sha256Hex(new Uint8Array(0));

/**
 * The root over leaf hashes in their order. As trees are split at powers of two, the roots of equal parts of 2^n leaves
 * (the last one may be shorter), taken as hashes themselves, have the same root as all the leaves.
 */
export function treeRoot(hashes: readonly string[], hash: HashBytes = sha256Hex): string {
  if (hashes.length === 0) return EMPTY_ROOT;
  return rootOfPart(hashes, 0, hashes.length, hash);
}

function rootOfPart(hashes: readonly string[], from: number, to: number, hash: HashBytes): string {
  if (to - from === 1) return hashes[from]!;
  const middle = from + splitOf(to - from);
  return nodeHash(rootOfPart(hashes, from, middle, hash), rootOfPart(hashes, middle, to, hash), hash);
}

/**
 * What proves that leaf `index` (from 0) is one of `hashes`: the roots of the parts beside it, from the bottom up.
 * Throws `RangeError` for an index that is not there.
 */
export function inclusionPath(
  hashes: readonly string[],
  index: number,
  hash: HashBytes = sha256Hex,
): string[] {
  if (!Number.isInteger(index) || index < 0 || index >= hashes.length)
    throw new RangeError(`no leaf ${index}`);
  const path: string[] = [];
  let [from, to] = [0, hashes.length];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    const isLeft = index < middle;
    path.unshift(isLeft ? rootOfPart(hashes, middle, to, hash) : rootOfPart(hashes, from, middle, hash));
    if (isLeft) to = middle;
    else from = middle;
  }
  return path;
}

/** A claim that a leaf stands at `index` (from 0) of a tree of `size` leaves with that root. */
export interface InclusionClaim {
  readonly leafHash: string;
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
  readonly root: string;
}

/** Whether the claim is proved. Never throws: whatever cannot be read proves nothing. RFC 6962, 2.1.1; RFC 9162, 2.1.3.2. */
export function isIncluded(claim: InclusionClaim, hash: HashBytes = sha256Hex): boolean {
  const { index, size, path, root } = claim;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  if (!Array.isArray(path) || ![claim.leafHash, root, ...path].every(text => HASH_TEXT.test(text)))
    return false;
  let [position, last, found] = [index, size - 1, claim.leafHash];
  for (const beside of path) {
    if (last === 0) return false;
    const isRight = position % 2 === 1;
    if (isRight || position === last) {
      found = nodeHash(beside, found, hash);
      // A part without a neighbour at this height moves up unchanged until it is a right one.
      while (position % 2 === 0 && position !== 0) [position, last] = [position / 2, Math.floor(last / 2)];
    } else found = nodeHash(found, beside, hash);
    [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  }
  return last === 0 && found === root;
}
