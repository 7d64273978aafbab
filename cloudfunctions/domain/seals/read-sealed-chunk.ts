import type { Platform } from '../../platform';
import { type Leaf, readLeaf } from './leaf';
import type { LogKind } from './sealed-log';
import { chunkId, type Seal, sealChunks } from './store';
import { readParts } from './walk-chunks';
import { LEAVES_A_CHUNK } from './write-chunks';

/** Some consecutive leaves of a seal. */
export interface SealedLeaves {
  texts: string[];
  leaves: Leaf[];
  /** Of their subtree, as it was written down. */
  root: string;
}

/** How many chunks the leaves of a seal are in. */
export const chunksIn = ({ leafCount }: Pick<Seal, 'leafCount'>): number =>
  Math.ceil(leafCount / LEAVES_A_CHUNK);

/** One chunk of a day's leaves by its number, from 0; null when it is not there. One database call. */
export async function readSealedChunk(
  platform: Platform,
  kind: LogKind,
  day: string,
  number: number,
): Promise<SealedLeaves | null> {
  const chunk = await platform.database.get(sealChunks, chunkId(kind, day, number));
  return chunk && { texts: chunk.leaves, leaves: chunk.leaves.map(readLeaf), root: chunk.root };
}

/** The roots of a day's chunks, as they were written down. One database call for each 1,000. */
export const readChunkRoots = async (platform: Platform, kind: LogKind, day: string): Promise<string[]> =>
  (await readParts(platform, kind, day)).map(({ root }) => root);
