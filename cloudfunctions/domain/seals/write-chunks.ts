import { leafHash, treeRoot } from '../../../miniprogram/proof';
import { isDatabaseError, type Platform } from '../../platform';
import { addFlows, addIntakes, addLate } from './add-flows';
import { leavesOfDay, type NextLeaf, type Sealing, START } from './leaves-of-day';
import { type Chunk, chunkId, type Position, sealChunks } from './store';
import { TouchedAccounts } from './touched-accounts';
import { lastChunk } from './walk-chunks';

/** A power of two, so that a chunk is a subtree; of leaves with the longest keys as many as fit into one call's 100 KB. */
export const LEAVES_A_CHUNK = 256;

/** The chunk is there already: somebody else is sealing the same day, or the answer of our own write was lost. */
class Overtaken extends Error {}

/**
 * Writes the day's leaves, chunk by chunk, where the last written one says to go on, until all are there or `isLate`.
 * Each chunk is written once and what follows it is derived from it: whoever stops, comes again or works beside others
 * gets the same leaves. Answers whether all are written. One database call a chunk, besides reading.
 */
export async function writeChunks(
  platform: Platform,
  sealing: Sealing,
  isLate: () => boolean,
): Promise<boolean> {
  for (;;) {
    try {
      return await goOn(platform, sealing, isLate);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      if (isLate()) return false;
    }
  }
}

async function goOn(platform: Platform, sealing: Sealing, isLate: () => boolean): Promise<boolean> {
  const last = await lastChunk(platform, sealing.log.kind, sealing.day);
  if (last && last.next === null) return true;
  let number = (last?.number ?? -1) + 1;
  for await (const { leaves, isLast } of chunked(leavesOfDay(platform, sealing, last?.next ?? START))) {
    await writeChunk(platform, chunkOf(sealing, number, leaves, isLast));
    number += 1;
    if (isLast) return true;
    if (isLate()) return false;
  }
  throw new Error(`no leaves for chunk ${number} of ${sealing.day}`);
}

async function writeChunk(platform: Platform, chunk: Chunk): Promise<void> {
  try {
    await platform.database.add(sealChunks, chunk);
  } catch (error) {
    throw isDatabaseError(error, 'duplicate') ? new Overtaken() : error;
  }
}

/** Full chunks and the rest; looks one leaf ahead, for the last chunk has to say that it is the last. */
async function* chunked(
  leaves: AsyncIterable<NextLeaf>,
): AsyncGenerator<{ leaves: NextLeaf[]; isLast: boolean }> {
  let gathered: NextLeaf[] = [];
  for await (const leaf of leaves) {
    if (gathered.length === LEAVES_A_CHUNK) {
      yield { leaves: gathered, isLast: false };
      gathered = [];
    }
    gathered.push(leaf);
  }
  if (gathered.length > 0) yield { leaves: gathered, isLast: true };
}

function chunkOf({ log, day }: Sealing, number: number, leaves: NextLeaf[], isLast: boolean): Chunk {
  const texts = leaves.map(({ text }) => text);
  const entries = leaves.map(({ entry }) => entry).filter(entry => entry !== null);
  const touched = new TouchedAccounts();
  for (const entry of entries) touched.addEntry(entry);
  const firstOf = (phase: Position['phase']) => leaves.find(leaf => leaf.phase === phase)?.place ?? null;
  return {
    _id: chunkId(log.kind, day, number),
    number,
    leaves: texts,
    root: treeRoot(texts.map(text => leafHash(text))),
    first: { entries: firstOf('entries'), late: firstOf('late'), heads: firstOf('heads') },
    entryCount: leaves.filter(({ phase }) => phase === 'entries').length,
    late: addLate(leaves.flatMap(({ late }) => (late === null ? [] : [{ day: late, count: 1 }]))),
    heads: leaves.filter(({ phase }) => phase === 'heads').length,
    touched: touched.texts(texts),
    sums: addFlows(entries.flatMap(({ flows }) => flows)),
    intakes: addIntakes(entries.flatMap(({ intakes }) => intakes)),
    next: isLast ? null : leaves.at(-1)!.next,
  };
}
