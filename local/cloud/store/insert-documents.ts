import { encodeEjson } from '../query/ejson';
import { prepareDocument } from '../query/prepare-value';
import { requestFailed } from '../query/query-error';
import type { Collection } from './collection';
import { documentKey } from './document-key';
import type { DocumentRecord } from './document-record';
import { viewOf, visibleDocument } from './select-documents';
import type { StoredDocument } from './store';
import { duplicateKey } from './store-errors';
import type { Transaction } from './transaction';
import { type Change, refuseLocked } from './write-documents';

/** Gives rows of the log to new documents. */
type RowSource = () => number;

/** The changes that insert these documents; the same `_id` twice, here or in the collection, is refused. */
export function insertions(
  collection: Collection,
  documents: Record<string, unknown>[],
  transaction: Transaction | null,
  rows: RowSource,
  nowMs: () => number,
): Change[] {
  if (documents.length === 0) throw requestFailed('insert needs at least one document');
  const keys = new Set<string>();
  return documents.map(fields => {
    const change = insertion(collection, prepareDocument(fields, nowMs), transaction, rows);
    if (keys.has(change.record.key)) throw duplicateId(collection, change.record.id);
    keys.add(change.record.key);
    return change;
  });
}

/** The change that inserts one prepared document. */
export function insertion(
  collection: Collection,
  document: StoredDocument,
  transaction: Transaction | null,
  rows: RowSource,
): Change {
  const key = documentKey(document._id);
  const existing = collection.records.get(key);
  if (existing === undefined) return { record: newRecord(document._id, key, rows), document };
  refuseLocked(existing, transaction);
  if (visibleDocument(existing, viewOf(collection, transaction)) !== null) {
    throw duplicateId(collection, document._id);
  }
  return { record: existing, document };
}

function newRecord(id: unknown, key: string, rows: RowSource): DocumentRecord {
  return { id, key, row: rows(), newest: null, lockedBy: null };
}

function duplicateId(collection: Collection, id: unknown): Error {
  return duplicateKey(collection.name, '_id_', `{ _id: ${encodeEjson(id)} }`);
}
