import { randomUUID } from 'node:crypto';
import type { Collection } from './collection';
import type { DocumentRecord } from './document-record';
import { TRANSACTION_LIFETIME_MS } from './limits';
import { transactionNotExist } from './store-errors';
import type { Transaction } from './transaction';

/** A record with a version that only snapshots older than `sequence` still need. */
interface Superseded {
  collection: Collection;
  record: DocumentRecord;
  sequence: number;
}

/**
 * The open transactions, the number of the last commit, and the old versions that open snapshots keep alive. A
 * version is dropped when the oldest open snapshot no longer sees it, never before: losing one early shows a
 * transaction a state that never existed.
 */
export class Transactions {
  sequence = 0;
  private readonly open = new Map<string, Transaction>();
  /** Transactions in the order of their snapshots, so that the first one has the oldest. */
  private readonly snapshots = new Set<Transaction>();
  private superseded: Superseded[] = [];

  get count(): number {
    return this.open.size;
  }

  start(): Transaction {
    const id = randomUUID();
    let announceEnd!: () => void;
    const ended = new Promise<void>(resolve => {
      announceEnd = resolve;
    });
    const transaction: Transaction = {
      id,
      snapshot: null,
      writes: new Map(),
      claims: [],
      expiry: setTimeout(() => this.end(transaction), TRANSACTION_LIFETIME_MS).unref(),
      ended,
      announceEnd,
    };
    this.open.set(id, transaction);
    return transaction;
  }

  /** The open transaction of an id; its first use takes its snapshot. */
  use(id: string): Transaction {
    const transaction = this.find(id);
    if (transaction.snapshot === null) {
      transaction.snapshot = this.sequence;
      this.snapshots.add(transaction);
    }
    return transaction;
  }

  find(id: string): Transaction {
    const transaction = this.open.get(id);
    if (transaction === undefined) throw transactionNotExist();
    return transaction;
  }

  /** Ends a transaction: its writes are gone, its locks are free and whoever waits for them goes on. */
  end(transaction: Transaction): void {
    if (!this.open.delete(transaction.id)) return;
    clearTimeout(transaction.expiry);
    for (const { index, text } of transaction.claims) index.claims.delete(text);
    for (const [collection, writes] of transaction.writes) {
      for (const { record } of writes.values()) {
        record.lockedBy = null;
        collection.forgetEmpty(record);
      }
    }
    this.snapshots.delete(transaction);
    this.pruneSuperseded();
    transaction.announceEnd();
  }

  endAll(): void {
    for (const transaction of [...this.open.values()]) this.end(transaction);
  }

  /** Called after a new version: the one before it goes at once, or when the last snapshot that sees it ends. */
  supersede(collection: Collection, record: DocumentRecord): void {
    const oldest = this.oldestSnapshot();
    if (oldest === null) collection.prune(record, null);
    else this.superseded.push({ collection, record, sequence: this.sequence });
  }

  private oldestSnapshot(): number | null {
    for (const transaction of this.snapshots) return transaction.snapshot;
    return null;
  }

  private pruneSuperseded(): void {
    const oldest = this.oldestSnapshot();
    let done = 0;
    for (const { collection, record, sequence } of this.superseded) {
      if (oldest !== null && sequence > oldest) break;
      collection.prune(record, oldest);
      done++;
    }
    if (done > 0) this.superseded = this.superseded.slice(done);
  }
}
