import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** More than fits in memory at ease is put into files by account, each of which then fits. */
const bucketCount = 128;
const mostBufferedCharacters = 8 * 1024 * 1024;

/** FNV-1a over UTF-16 code units: spreads account names evenly. */
function bucketOf(account: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < account.length; index += 1) {
    hash = Math.imul(hash ^ account.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % bucketCount;
}

/** The lines of some accounts, each account's all together; one that belongs to several may be in several batches. */
export interface AccountBatch {
  lines: string[];
  /** False for an account whose other lines are in another batch. */
  isPlaceOf(account: string): boolean;
}

/**
 * Lines in any order, given back account by account in bounded memory: a ledger of any length can be verified, also
 * one that a console exported in the order of ids.
 */
export class AccountGroups {
  private readonly buckets: string[][] = Array.from({ length: bucketCount }, () => []);
  private buffered = 0;
  private folder: string | null = null;

  /** @param line one line of text, without its end */
  add(account: string, line: string): void {
    this.put(bucketOf(account), line);
  }

  /** A line that belongs to several accounts. */
  addToEach(accounts: readonly string[], line: string): void {
    for (const number of new Set(accounts.map(bucketOf))) this.put(number, line);
  }

  *batches(): Generator<AccountBatch> {
    for (const [number, buffered] of this.buckets.entries()) {
      const lines = [...this.spilled(number), ...buffered];
      if (lines.length > 0) yield { lines, isPlaceOf: account => bucketOf(account) === number };
    }
  }

  close(): void {
    if (this.folder !== null) rmSync(this.folder, { recursive: true, force: true });
  }

  private put(number: number, line: string): void {
    this.buckets[number]!.push(line);
    this.buffered += line.length;
    if (this.buffered > mostBufferedCharacters) this.spill();
  }

  private spill(): void {
    this.folder ??= mkdtempSync(path.join(tmpdir(), 'ledger-'));
    for (const [number, lines] of this.buckets.entries()) {
      if (lines.length > 0) appendFileSync(this.file(number), `${lines.join('\n')}\n`);
      this.buckets[number] = [];
    }
    this.buffered = 0;
  }

  private spilled(number: number): string[] {
    if (this.folder === null) return [];
    try {
      return readFileSync(this.file(number), 'utf8').split('\n').slice(0, -1);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  private file(number: number): string {
    return path.join(this.folder!, `${number}.jsonl`);
  }
}
