import type { Platform } from '../../platform';
import type { LogKind } from './sealed-log';
import { type Chunk, chunksOf, sealChunks } from './store';

/** About two megabytes. */
const CHUNKS_A_CALL = 25;
/** What CloudBase gives at most in one query. */
const SUMMARIES_A_CALL = 1_000;

async function* walk(
  platform: Platform,
  request: { kind: LogKind; day: string; limit: number; fields?: readonly (keyof Chunk)[] },
): AsyncGenerator<Chunk> {
  const { kind, day, limit, fields } = request;
  let after = -1;
  for (;;) {
    const page = await platform.database.find(sealChunks, {
      where: { _id: chunksOf(kind, day, after) },
      orderBy: [['_id', 'asc']],
      limit,
      ...(fields && { fields }),
    });
    yield* page;
    if (page.length < limit) return;
    after = page.at(-1)!.number;
  }
}

/** A day's chunks in order, 25 a database call. */
export const walkChunks = (platform: Platform, kind: LogKind, day: string): AsyncGenerator<Chunk> =>
  walk(platform, { kind, day, limit: CHUNKS_A_CALL });

export type ChunkPart = Pick<Chunk, '_id' | 'number' | 'root' | 'first'>;

/** The roots of a day's chunks and where each begins: one database call for each 256,000 leaves. */
export async function readParts(platform: Platform, kind: LogKind, day: string): Promise<ChunkPart[]> {
  const parts: ChunkPart[] = [];
  const fields = ['number', 'root', 'first'] as const;
  for await (const part of walk(platform, { kind, day, limit: SUMMARIES_A_CALL, fields })) parts.push(part);
  return parts;
}

export type Summary = Omit<Chunk, 'leaves' | 'touched' | 'first' | 'next'>;

/** All of a day's chunks but their leaves, a thousand a database call. */
export const walkSummaries = (platform: Platform, kind: LogKind, day: string): AsyncGenerator<Summary> =>
  walk(platform, {
    kind,
    day,
    limit: SUMMARIES_A_CALL,
    fields: ['number', 'root', 'entryCount', 'late', 'heads', 'sums', 'intakes'],
  });

/** The last chunk that is written; null before the first. One database call. */
export async function lastChunk(
  platform: Platform,
  kind: LogKind,
  day: string,
): Promise<Pick<Chunk, 'number' | 'next'> | null> {
  const [last] = await platform.database.find(sealChunks, {
    where: { _id: chunksOf(kind, day) },
    orderBy: [['_id', 'desc']],
    limit: 1,
    fields: ['number', 'next'],
  });
  return last ?? null;
}
