import { DeclaredIndex } from './declared-index';
import type { DocumentRecord, Version } from './document-record';
import type { IndexDeclaration, StoredDocument } from './store';

const ID_INDEX: IndexDeclaration = {
  name: '_id',
  unique: true,
  fields: [{ field: '_id', direction: 1 }],
};

/** The documents of one collection in memory, with their versions and indexes. */
export class Collection {
  /** In order of first insertion, which is the natural order of a find without `orderBy`. */
  readonly records = new Map<string, DocumentRecord>();
  /** The declared indexes. */
  readonly indexes: DeclaredIndex[] = [];
  private builtIdIndex: DeclaredIndex | null = null;

  constructor(readonly name: string) {}

  /** The order of `_id`, built when it is first asked for: equality goes through `records`, ranges are rare. */
  get idIndex(): DeclaredIndex {
    if (this.builtIdIndex === null) {
      this.builtIdIndex = new DeclaredIndex(ID_INDEX);
      for (const record of this.records.values()) this.builtIdIndex.addAll(record);
    }
    return this.builtIdIndex;
  }

  /** Takes in a record that an insertion has made; until then a refused insertion leaves no trace. */
  adopt(record: DocumentRecord): void {
    if (!this.records.has(record.key)) this.records.set(record.key, record);
  }

  /** Makes a committed version the newest one. Older ones stay until they are pruned. */
  install(record: DocumentRecord, document: StoredDocument | null, ejson: string, sequence: number): void {
    this.adopt(record);
    record.newest = { sequence, document, ejson, previous: record.newest };
    if (document === null) return;
    this.builtIdIndex?.add(record);
    for (const index of this.indexes) index.add(record);
  }

  /** Drops the versions that no snapshot from `oldest` on can see; null means that no snapshot is open. */
  prune(record: DocumentRecord, oldest: number | null): void {
    let last = record.newest;
    while (last !== null && oldest !== null && last.sequence > oldest) last = last.previous;
    if (last !== null) this.drop(record, last);
    this.forgetEmpty(record);
  }

  private drop(record: DocumentRecord, last: Version): void {
    const dropped = last.previous;
    last.previous = null;
    const isGone = record.newest === last && last.document === null;
    if (isGone) record.newest = null;
    if (dropped === null) return;
    this.builtIdIndex?.removeDropped(record, dropped);
    for (const index of this.indexes) index.removeDropped(record, dropped);
  }

  /** A record without versions stays only while a transaction is about to write it. */
  forgetEmpty(record: DocumentRecord): void {
    if (record.newest !== null || record.lockedBy !== null) return;
    if (this.records.get(record.key) === record) this.records.delete(record.key);
  }
}
