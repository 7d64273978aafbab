import { requestFailed } from '../query/query-error';
import type { Collection } from './collection';
import { DeclaredIndex, keyText } from './declared-index';
import { INDEX_LIMIT } from './limits';
import { LockedError } from './locked-error';
import type { IndexDeclaration } from './store';
import { duplicateKey } from './store-errors';

/** Builds one index over what a collection holds now; the collection is not changed. */
export function buildIndex(collection: Collection, declaration: IndexDeclaration): DeclaredIndex {
  if (declaration.fields.length === 0) throw requestFailed(`index ${declaration.name} has no fields`);
  const index = new DeclaredIndex(declaration);
  const keys = new Set<string>();
  for (const record of collection.records.values()) {
    // The keys an open transaction has written are not claimed in an index that did not exist yet.
    if (record.lockedBy !== null) throw new LockedError(record.lockedBy);
    if (declaration.unique) refuseTwice(collection, index, record.newest?.document ?? null, keys);
    if (record.newest !== null) index.addAll(record);
  }
  return index;
}

function refuseTwice(
  collection: Collection,
  index: DeclaredIndex,
  document: Parameters<DeclaredIndex['keysOf']>[0],
  keys: Set<string>,
): void {
  const own = new Set(index.keysOf(document).map(keyText));
  for (const text of own) {
    if (keys.has(text)) throw duplicateKey(collection.name, index.declaration.name, text);
    keys.add(text);
  }
}

/** The declarations that a collection does not have yet; another index under a known name is refused. */
export function newDeclarations(collection: Collection, declared: IndexDeclaration[]): IndexDeclaration[] {
  const fresh = declared.filter(declaration => !isDeclared(collection, declaration));
  if (collection.indexes.length + fresh.length > INDEX_LIMIT) {
    throw requestFailed(`add index fails, too many indexes for ${collection.name}: at most ${INDEX_LIMIT}`);
  }
  return fresh;
}

function isDeclared(collection: Collection, declaration: IndexDeclaration): boolean {
  const known = collection.indexes.find(index => index.declaration.name === declaration.name)?.declaration;
  if (known === undefined) return false;
  if (
    known.unique === declaration.unique &&
    JSON.stringify(known.fields) === JSON.stringify(declaration.fields)
  ) {
    return true;
  }
  throw requestFailed(`index ${declaration.name} of ${collection.name} exists with other fields or options`);
}
