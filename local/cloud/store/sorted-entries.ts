import { compareValues } from '../query/compare-values';
import type { DocumentRecord } from './document-record';

/** One key of one document in an index. */
export interface Entry {
  key: unknown[];
  record: DocumentRecord;
}

/** Where an entry stands relative to a range: before it (-1), inside (0) or after it (1). */
export type Place = (entry: Entry) => number;

/** Beyond this a chunk is cut in two: small enough that inserting moves few pointers. */
const CHUNK_LIMIT = 128;

/**
 * Entries in order of key and row, in chunks: a search is binary over the chunks and within one, an insertion
 * moves at most one chunk's pointers.
 */
export class SortedEntries {
  private readonly chunks: Entry[][] = [[]];
  /** Last entry of each chunk, so that choosing the chunk touches few and often used objects. */
  private readonly lasts: (Entry | undefined)[] = [undefined];

  constructor(private readonly directions: readonly number[]) {}

  insert(entry: Entry): void {
    const place = this.placeOf(entry);
    const chunkIndex = Math.min(this.firstChunk(place), this.chunks.length - 1);
    const chunk = this.chunks[chunkIndex]!;
    chunk.splice(firstInside(chunk, place), 0, entry);
    if (chunk.length > CHUNK_LIMIT) {
      const behind = chunk.splice(CHUNK_LIMIT / 2);
      this.chunks.splice(chunkIndex + 1, 0, behind);
      this.lasts.splice(chunkIndex + 1, 0, behind.at(-1));
    }
    this.lasts[chunkIndex] = chunk.at(-1);
  }

  remove(entry: Entry): void {
    const place = this.placeOf(entry);
    const chunkIndex = this.firstChunk(place);
    const chunk = this.chunks[chunkIndex];
    if (chunk === undefined) return;
    const index = firstInside(chunk, place);
    if (chunk[index] === undefined || place(chunk[index]) !== 0) return;
    chunk.splice(index, 1);
    this.lasts[chunkIndex] = chunk.at(-1);
    if (chunk.length > 0 || this.chunks.length === 1) return;
    this.chunks.splice(chunkIndex, 1);
    this.lasts.splice(chunkIndex, 1);
  }

  /** Entries of a range from its beginning. */
  *ascending(place: Place): Generator<Entry> {
    for (let chunkIndex = this.firstChunk(place); chunkIndex < this.chunks.length; chunkIndex++) {
      const chunk = this.chunks[chunkIndex]!;
      for (let index = firstInside(chunk, place); index < chunk.length; index++) {
        if (place(chunk[index]!) > 0) return;
        yield chunk[index]!;
      }
    }
  }

  /** Entries of a range from its end. */
  *descending(place: Place): Generator<Entry> {
    const pastEnd: Place = entry => (place(entry) > 0 ? 0 : -1);
    for (let chunkIndex = this.lastChunk(pastEnd); chunkIndex >= 0; chunkIndex--) {
      const chunk = this.chunks[chunkIndex]!;
      for (let index = firstInside(chunk, pastEnd) - 1; index >= 0; index--) {
        if (place(chunk[index]!) < 0) return;
        yield chunk[index]!;
      }
    }
  }

  private lastChunk(pastEnd: Place): number {
    return Math.min(this.firstChunk(pastEnd), this.chunks.length - 1);
  }

  /** The first chunk whose last entry is not before the range; the number of chunks when there is none. */
  private firstChunk(place: Place): number {
    let low = 0;
    let high = this.lasts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const last = this.lasts[middle];
      if (last === undefined || place(last) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The range that holds exactly one entry, told apart from others of the same key by the row. */
  private placeOf({ key, record }: Entry): Place {
    return other => this.compareKeys(other.key, key) || Math.sign(other.record.row - record.row);
  }

  private compareKeys(left: unknown[], right: unknown[]): number {
    for (let index = 0; index < this.directions.length; index++) {
      const order = compareValues(left[index], right[index]);
      if (order !== 0) return order * this.directions[index]!;
    }
    return 0;
  }
}

/** Index of the first entry of a chunk that is not before the range. */
function firstInside(chunk: Entry[], place: Place): number {
  let low = 0;
  let high = chunk.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place(chunk[middle]!) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
