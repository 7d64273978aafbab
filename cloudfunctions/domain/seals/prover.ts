import { inclusionPath, leafHash } from '../../../miniprogram/proof';
import type { Platform } from '../../platform';
import { type Leaf, readLeaf } from './leaf';
import type { LogKind } from './sealed-log';
import { type Chunk, type FirstPlaces, type Seal, sealChunks } from './store';
import { type ChunkPart, readParts } from './walk-chunks';
import { LEAVES_A_CHUNK } from './write-chunks';

/** Everything that `isIncluded` needs: the text's hash stands at `index` of `size` leaves under `root`. */
export interface LeafProof {
  /** The seal's day; a later one than the entry's when the entry came late. */
  sealedOn: string;
  text: string;
  index: number;
  size: number;
  path: string[];
  root: string;
}

/** Proves leaves of sealed days. Database calls: one a day, and one for each chunk that a leaf stands in. */
export class Prover {
  private readonly parts = new Map<string, Promise<ChunkPart[]>>();
  private readonly chunks = new Map<string, Promise<Chunk | null>>();
  private readonly hashes = new Map<string, string[]>();

  constructor(
    private readonly platform: Platform,
    private readonly kind: LogKind,
  ) {}

  /** Null when the seal has no such leaf. `place` is the leaf's in its phase. */
  async prove(
    seal: Seal,
    phase: keyof FirstPlaces,
    place: string,
    isWanted: (leaf: Leaf) => boolean,
  ): Promise<LeafProof | null> {
    const parts = await this.partsOf(seal.day);
    const part = parts.findLast(({ first }) => first[phase] !== null && first[phase] <= place);
    return this.proveIn(seal, parts, part, isWanted);
  }

  /** Its first leaf, the root of the day before. */
  async proveFirst(seal: Seal): Promise<LeafProof | null> {
    const parts = await this.partsOf(seal.day);
    return this.proveIn(seal, parts, parts[0], leaf => 'previousRoot' in leaf);
  }

  private async proveIn(
    seal: Seal,
    parts: readonly ChunkPart[],
    part: ChunkPart | undefined,
    isWanted: (leaf: Leaf) => boolean,
  ): Promise<LeafProof | null> {
    const chunk = part && (await this.chunk(part._id));
    if (!chunk) return null;
    const at = chunk.leaves.findIndex(text => isWanted(readLeaf(text)));
    if (at < 0) return null;
    const hashes = this.hashesOf(chunk);
    const roots = parts.map(({ root }) => root);
    return {
      sealedOn: seal.day,
      text: chunk.leaves[at]!,
      index: part.number * LEAVES_A_CHUNK + at,
      size: seal.leafCount,
      path: [...inclusionPath(hashes, at), ...inclusionPath(roots, part.number)],
      root: seal.root,
    };
  }

  private hashesOf({ _id, leaves }: Chunk): string[] {
    const known = this.hashes.get(_id) ?? leaves.map(text => leafHash(text));
    this.hashes.set(_id, known);
    return known;
  }

  private partsOf(day: string): Promise<ChunkPart[]> {
    const known = this.parts.get(day) ?? readParts(this.platform, this.kind, day);
    this.parts.set(day, known);
    return known;
  }

  private chunk(id: string): Promise<Chunk | null> {
    const known = this.chunks.get(id) ?? this.platform.database.get(sealChunks, id);
    this.chunks.set(id, known);
    return known;
  }
}
