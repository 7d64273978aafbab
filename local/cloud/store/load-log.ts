import { decodeEjson } from '../query/ejson';
import { Collection } from './collection';
import { DeclaredIndex } from './declared-index';
import { documentKey } from './document-key';
import type { DocumentLog, LogRow } from './document-log';
import type { StoredDocument } from './store';

export interface LoadedLog {
  collections: Map<string, Collection>;
  /** Greatest row in use. */
  lastRow: number;
}

/** Reads everything the log holds into memory. Documents of no collection or with an `_id` twice are refused. */
export function loadLog(log: DocumentLog): LoadedLog {
  const collections = new Map(log.collections().map(name => [name, new Collection(name)]));
  for (const { collection, declaration } of log.indexes()) {
    collections.get(collection)?.indexes.push(new DeclaredIndex(declaration));
  }
  let lastRow = 0;
  for (const row of log.documents()) {
    loadRow(collections.get(row.collection), row);
    lastRow = row.row;
  }
  return { collections, lastRow };
}

function loadRow(collection: Collection | undefined, { row, collection: name, id, ejson }: LogRow): void {
  const document = decodeEjson(ejson) as StoredDocument;
  const key = documentKey(document._id);
  if (collection === undefined || collection.records.has(key)) {
    throw new Error(`数据库损坏:集合 ${name} 的文档 ${id}(第 ${row} 行)无主或重复`);
  }
  const record = { id: document._id, key, row, newest: null, lockedBy: null };
  collection.install(record, document, ejson, 0);
}
