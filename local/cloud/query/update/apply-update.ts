import type { StoredDocument } from '../../store/store';
import { equalValues } from '../compare-values';
import { requestFailed } from '../query-error';
import { ABSENT, type ModifyContext } from './modifier';
import { modifyPath } from './modify-path';
import { parseUpdate } from './parse-update';
import { renameField } from './rename-field';

/** Gives the document as it is after the update: the same object when nothing changed. */
export type Update = (document: StoredDocument) => StoredDocument;

/**
 * Compiles an update of MongoDB operators. Unlike mingo's it refuses what the server refuses ($inc of a string,
 * conflicting paths, a changed `_id`) instead of passing over it, and it copies only the path it changes.
 */
export function compileUpdate(
  update: Record<string, unknown>,
  nowMs: () => number,
  isInsert = false,
): Update {
  const { modifications, renamings } = parseUpdate(update);
  const applied = modifications.filter(({ operator }) => isInsert || operator !== '$setOnInsert');
  return document => {
    let next = document;
    for (const renaming of renamings)
      next = renameField(next, renaming, contextOf(document, renaming.source, nowMs));
    for (const modification of applied) {
      next = modifyPath(next, modification, contextOf(document, modification.path, nowMs));
    }
    if (!isInsert) refuseChangedId(document, next);
    return next;
  };
}

function contextOf(document: StoredDocument, path: string, nowMs: () => number): ModifyContext {
  return { path, id: document._id, nowMs };
}

function refuseChangedId(before: StoredDocument, after: StoredDocument): void {
  const id = Object.hasOwn(after, '_id') ? after._id : ABSENT;
  if (!equalValues(before._id, id)) {
    throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
  }
}
