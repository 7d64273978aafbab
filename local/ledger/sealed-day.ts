import { hash } from 'node:crypto';
import { leafHash, treeRoot } from '../../miniprogram/proof';
import { Sums } from '../../miniprogram/proof/replay';
import type { ExportedDocument } from './ledger-line';

const nativeSha256 = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** What is kept of a chunk of leaves; the leaves themselves are many. */
interface ReadChunk {
  root: string;
  isChanged: boolean;
  count: number;
  entries: number;
  late: number;
  heads: number;
}

interface SealedSum {
  account: unknown;
  kind: unknown;
  origin: unknown;
  amount: unknown;
}

/** One leaf, whatever it says; what cannot be read is a leaf without a meaning, and still has a hash. */
export type ReadLeaf = Partial<
  Record<'previousRoot' | 'entry' | 'hash' | 'late' | 'account' | 'head' | 'seq', unknown>
>;

function readLeaf(text: unknown): ReadLeaf {
  try {
    const leaf: unknown = JSON.parse(String(text));
    return typeof leaf === 'object' && leaf !== null ? leaf : {};
  } catch {
    return {};
  }
}

/** A day's seal and its leaves, which come in any order. */
export class SealedDay {
  seal: ExportedDocument | null = null;
  private readonly chunks = new Map<number, ReadChunk>();
  private firstLeaf: ReadLeaf = {};

  constructor(readonly day: string) {}

  /** @returns the chunk's leaves */
  addChunk({ number, leaves, root }: ExportedDocument): ReadLeaf[] {
    const texts: unknown[] = Array.isArray(leaves) ? leaves : [];
    const read = texts.map(readLeaf);
    if (number === 0) this.firstLeaf = read[0] ?? {};
    const own = treeRoot(
      texts.map(text => leafHash(String(text), nativeSha256)),
      nativeSha256,
    );
    const chunk = { root: own, isChanged: own !== root, count: texts.length, entries: 0, late: 0, heads: 0 };
    for (const { entry, late, account } of read) {
      if (late !== undefined) chunk.late += 1;
      else if (entry !== undefined) chunk.entries += 1;
      if (account !== undefined) chunk.heads += 1;
    }
    this.chunks.set(Number(number), chunk);
    return read;
  }

  /** What is wrong with the seal by itself and after the one before; null when nothing is. */
  problem(before: SealedDay | null): string | null {
    if (this.seal === null) return 'its leaves are there and the seal is missing';
    return this.leavesProblem(this.seal) ?? this.orderProblem(this.seal, before);
  }

  /** Whether its sums are what its entries add to accounts without a document. */
  sumsProblem(added: Sums): string | null {
    const said = new Sums();
    const sums = (Array.isArray(this.seal?.sums) ? this.seal.sums : []) as (Partial<SealedSum> | null)[];
    for (const sum of sums)
      said.add([String(sum?.account), String(sum?.kind), String(sum?.origin)], Number(sum?.amount));
    const wrong = said.differenceFrom(added);
    if (wrong === null) return null;
    return `its sum of ${wrong} is ${said.get(wrong)}, by its entries ${added.get(wrong)}`;
  }

  private leavesProblem(seal: ExportedDocument): string | null {
    const chunks: ReadChunk[] = [];
    for (let number = 0; number < this.chunks.size; number += 1) {
      const chunk = this.chunks.get(number);
      if (!chunk) return `chunk ${number} of its leaves is missing`;
      chunks.push(chunk);
    }
    const total = (field: 'count' | 'entries' | 'late' | 'heads'): number =>
      chunks.reduce((sum, chunk) => sum + chunk[field], 0);
    if (seal.leafCount !== total('count'))
      return `it says ${seal.leafCount} leaves, here are ${total('count')}`;
    const changed = chunks.findIndex(({ isChanged }) => isChanged);
    if (changed >= 0) return `chunk ${changed} of its leaves was changed: its root is another one`;
    const root = treeRoot(
      chunks.map(chunk => chunk.root),
      nativeSha256,
    );
    // Roots of equal chunks of 2^n leaves have the same root as all the leaves; other chunks would have another one.
    const isEven = chunks
      .slice(0, -1)
      .every(({ count }) => count === chunks[0]!.count && isPowerOfTwo(count));
    if (!isEven || seal.root !== root) return 'its root was changed: it is not the root of its leaves';
    const counted = [total('entries'), total('late'), total('heads')];
    const said = [seal.entryCount, seal.lateCount, seal.accounts];
    return said.every((count, index) => count === counted[index])
      ? null
      : `it counts ${said} entries, late ones and accounts, here are ${counted}`;
  }

  private orderProblem(seal: ExportedDocument, before: SealedDay | null): string | null {
    const expected = before === null ? null : (before.seal?.root ?? null);
    if (this.firstLeaf.previousRoot !== expected || seal.previousRoot !== expected)
      return before === null
        ? 'the seal before it is missing'
        : `it was not made after the seal of ${before.day}: it names another root`;
    if (before !== null && nextDay(before.day) !== this.day) return `the day after ${before.day} is missing`;
    return null;
  }
}

const isPowerOfTwo = (count: number): boolean => Number.isInteger(Math.log2(count));

export const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
