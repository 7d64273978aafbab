import { encodeEjson } from '../query/ejson';
import { requestFailed } from '../query/query-error';
import type { Collection } from './collection';
import { type DeclaredIndex, includesKey, keyText } from './declared-index';
import { readableId } from './document-key';
import { type DocumentRecord, versionAt } from './document-record';
import type { GroupCommit } from './group-commit';
import { DOCUMENT_BYTES_LIMIT } from './limits';
import { LockedError } from './locked-error';
import type { StoredDocument } from './store';
import { duplicateKey, transactionConflict } from './store-errors';
import type { PendingWrite, PendingWrites, Transaction } from './transaction';
import type { Transactions } from './transactions';

/** A new state of one document. */
export interface Change {
  record: DocumentRecord;
  document: StoredDocument | null;
}

/**
 * Writes documents, inside a transaction or at once. Everything that can be refused is refused before the first
 * change, so a refusal leaves nothing half done.
 */
export class DocumentWriter {
  constructor(
    private readonly transactions: Transactions,
    private readonly groupCommit: GroupCommit,
  ) {}

  /** All changes of one operation; a document that another transaction has written is a conflict or is waited for. */
  write(collection: Collection, changes: Change[], transaction: Transaction | null): void {
    const writes: PendingWrites = new Map();
    for (const change of changes) {
      refuseLocked(change.record, transaction);
      writes.set(change.record.key, encoded(change));
    }
    const all = new Map([...(transaction?.writes.get(collection) ?? []), ...writes]);
    for (const write of writes.values()) refuseDuplicates(collection, write, all, transaction);
    if (transaction === null) this.apply(collection, writes.values());
    else hold(collection, writes, transaction);
  }

  /** Makes a transaction's writes the newest versions, all under one commit number and in one batch of the log. */
  commit(transaction: Transaction): void {
    const { writes } = transaction;
    if (writes.size > 0) this.groupCommit.refuseAfterFailure();
    if (writes.size > 0) this.transactions.sequence++;
    for (const [collection, pending] of writes) this.install(collection, pending.values());
    this.transactions.end(transaction);
  }

  private apply(collection: Collection, writes: Iterable<PendingWrite>): void {
    this.groupCommit.refuseAfterFailure();
    this.transactions.sequence++;
    this.install(collection, writes);
  }

  private install(collection: Collection, writes: Iterable<PendingWrite>): void {
    for (const { record, document, ejson } of writes) {
      // A document that was inserted and removed in one transaction has never been there.
      if (document === null && record.newest === null) continue;
      collection.install(record, document, ejson, this.transactions.sequence);
      this.transactions.supersede(collection, record);
      this.groupCommit.add(
        document === null
          ? { kind: 'delete', row: record.row }
          : { kind: 'put', row: record.row, collection: collection.name, id: readableId(record.id), ejson },
      );
    }
  }
}

function encoded({ record, document }: Change): PendingWrite {
  const ejson = document === null ? '' : encodeEjson(document);
  // A character is at most three bytes of UTF-8.
  if (ejson.length * 3 > DOCUMENT_BYTES_LIMIT && Buffer.byteLength(ejson) > DOCUMENT_BYTES_LIMIT) {
    throw requestFailed(
      `object to insert too large: ${Buffer.byteLength(ejson)} bytes, at most ${DOCUMENT_BYTES_LIMIT}`,
    );
  }
  return { record, document, ejson };
}

/** First updater wins: what another open transaction has written, or what was committed after the snapshot. */
export function refuseLocked(record: DocumentRecord, transaction: Transaction | null): void {
  const { lockedBy, newest } = record;
  if (lockedBy !== null && lockedBy !== transaction) throw blocked(lockedBy, transaction);
  if (transaction?.snapshot != null && newest !== null && newest.sequence > transaction.snapshot) {
    throw transactionConflict();
  }
}

/** A plain write waits for the transaction that stands in its way; another transaction loses to it. */
function blocked(holder: Transaction, transaction: Transaction | null): Error {
  return transaction === null ? new LockedError(holder) : transactionConflict();
}

function hold(collection: Collection, writes: PendingWrites, transaction: Transaction): void {
  let held = transaction.writes.get(collection);
  if (held === undefined) {
    held = new Map();
    transaction.writes.set(collection, held);
  }
  for (const [key, write] of writes) {
    write.record.lockedBy = transaction;
    collection.adopt(write.record);
    held.set(key, write);
    claimKeys(collection, write, transaction);
  }
}

/** Reserves the keys of unique indexes, so that a second transaction that wants them conflicts at once. */
function claimKeys(collection: Collection, { document }: PendingWrite, transaction: Transaction): void {
  for (const index of uniqueIndexes(collection)) {
    for (const key of index.keysOf(document)) {
      const text = keyText(key);
      if (index.claims.has(text)) continue;
      index.claims.set(text, transaction);
      transaction.claims.push({ index, text });
    }
  }
}

function uniqueIndexes(collection: Collection): DeclaredIndex[] {
  return collection.indexes.filter(({ declaration }) => declaration.unique);
}

function refuseDuplicates(
  collection: Collection,
  write: PendingWrite,
  writes: PendingWrites,
  transaction: Transaction | null,
): void {
  for (const index of uniqueIndexes(collection)) {
    const before = index.keysOf(versionAt(write.record, transaction?.snapshot ?? null)?.document ?? null);
    for (const key of index.keysOf(write.document)) {
      if (isOnlyMine(before, key, writes)) continue;
      refuseClaimed(index, key, transaction);
      refuseOwn(collection, index, key, write, writes);
      refuseTaken(collection, index, key, write, writes, transaction);
    }
  }
}

/** A key that the document had before needs no search, unless the same operation writes other documents too. */
function isOnlyMine(before: unknown[][], key: unknown[], writes: PendingWrites): boolean {
  return writes.size === 1 && includesKey(before, key);
}

function refuseClaimed(index: DeclaredIndex, key: unknown[], transaction: Transaction | null): void {
  if (index.claims.size === 0) return;
  const holder = index.claims.get(keyText(key));
  if (holder !== undefined && holder !== transaction) throw blocked(holder, transaction);
}

function refuseOwn(
  collection: Collection,
  index: DeclaredIndex,
  key: unknown[],
  write: PendingWrite,
  writes: PendingWrites,
): void {
  for (const other of writes.values()) {
    if (other.record === write.record || !includesKey(index.keysOf(other.document), key)) continue;
    throw duplicateKey(collection.name, index.declaration.name, keyText(key));
  }
}

function refuseTaken(
  collection: Collection,
  index: DeclaredIndex,
  key: unknown[],
  write: PendingWrite,
  writes: PendingWrites,
  transaction: Transaction | null,
): void {
  for (const other of index.recordsWith(key)) {
    if (other === write.record || writes.has(other.key)) continue;
    const isTaken = includesKey(index.keysOf(other.newest?.document ?? null), key);
    if (isTaken && other.lockedBy !== null) throw blocked(other.lockedBy, transaction);
    if (isNewerThanSnapshot(other, transaction) && (isTaken || wasTaken(index, key, other, transaction))) {
      throw transactionConflict();
    }
    if (isTaken) throw duplicateKey(collection.name, index.declaration.name, keyText(key));
  }
}

function isNewerThanSnapshot(record: DocumentRecord, transaction: Transaction | null): boolean {
  return (
    transaction?.snapshot != null && record.newest !== null && record.newest.sequence > transaction.snapshot
  );
}

function wasTaken(
  index: DeclaredIndex,
  key: unknown[],
  record: DocumentRecord,
  transaction: Transaction | null,
): boolean {
  const version = versionAt(record, transaction?.snapshot ?? null);
  return includesKey(index.keysOf(version?.document ?? null), key);
}
