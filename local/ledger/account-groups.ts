import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LineBucket } from './line-bucket';

/** More than fits in memory at ease is put into files by account, each of which then fits. */
const bucketCount = 128;

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
  private folder: string | null = null;
  private readonly buckets = Array.from(
    { length: bucketCount },
    (_, number) => new LineBucket(() => this.fileOf(number)),
  );

  /** @param line one line of text, without its end */
  add(account: string, line: string): void {
    this.buckets[bucketOf(account)]!.add(line);
  }

  /** A line that belongs to several accounts. */
  addToEach(accounts: readonly string[], line: string): void {
    for (const number of new Set(accounts.map(bucketOf))) this.buckets[number]!.add(line);
  }

  *batches(): Generator<AccountBatch> {
    for (const [number, bucket] of this.buckets.entries()) {
      const lines = bucket.lines();
      if (lines.length > 0) yield { lines, isPlaceOf: account => bucketOf(account) === number };
    }
  }

  close(): void {
    if (this.folder !== null) rmSync(this.folder, { recursive: true, force: true });
  }

  private fileOf(number: number): string {
    this.folder ??= mkdtempSync(path.join(tmpdir(), 'ledger-'));
    return path.join(this.folder, `${number}.jsonl`);
  }
}
