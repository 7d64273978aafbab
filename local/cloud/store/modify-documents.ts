import { equalValues } from '../query/compare-values';
import { hasOperators } from '../query/plain-object';
import { prepareDocument, prepareValue } from '../query/prepare-value';
import { requestFailed } from '../query/query-error';
import { compileUpdate, type Update } from '../query/update/apply-update';
import type { Match } from './select-documents';
import type { StoredDocument } from './store';
import type { Change } from './write-documents';

/** Compiles either update operators or a whole new document. */
export function compileModification(
  update: Record<string, unknown>,
  isMerge: boolean,
  nowMs: () => number,
): Update {
  if (!isMerge) return replacement(update, nowMs);
  if (Object.keys(update).length === 0) throw requestFailed('update document must not be empty');
  if (!hasOperators(update)) {
    throw requestFailed('the update operation document must contain atomic operators');
  }
  return compileUpdate(update, nowMs);
}

/** Puts a whole document in place of another, whose `_id` stays. */
function replacement(update: Record<string, unknown>, nowMs: () => number): Update {
  if (hasOperators(update)) throw requestFailed('the replacement document must not contain atomic operators');
  return document => {
    const { _id, ...fields } = prepareValue(update, nowMs) as Record<string, unknown>;
    if (_id !== undefined && !equalValues(_id, document._id)) {
      throw requestFailed(
        "After applying the update, the (immutable) field '_id' was found to have been altered",
      );
    }
    const next = { _id: document._id, ...fields };
    return equalValues(next, document) ? document : next;
  };
}

/**
 * The changes of an update, without the documents that it leaves as they are: as in MongoDB those neither count as
 * updated nor take a lock.
 */
export function modifications(matches: Match[], update: Update): Change[] {
  const changes: Change[] = [];
  for (const { record, document } of matches) {
    const next = update(document);
    if (next !== document) changes.push({ record, document: next });
  }
  return changes;
}

/** The document that an upsert inserts when nothing matched: the query's equalities, then the update. */
export function upsertedDocument(
  query: Record<string, unknown>,
  update: Record<string, unknown>,
  isMerge: boolean,
  nowMs: () => number,
): StoredDocument {
  const equalities = equalFields(query);
  if (!isMerge) return prepareDocument({ _id: equalities._id, ...update }, nowMs);
  const seed = compileUpdate({ $set: equalities }, nowMs, true)({ _id: undefined });
  return prepareDocument(compileUpdate(update, nowMs, true)(seed), nowMs);
}

function equalFields(query: Record<string, unknown>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name in query) {
    const operand = query[name];
    if (name.startsWith('$') || operand instanceof RegExp) continue;
    if (!hasOperators(operand)) fields[name] = operand;
    else if ('$eq' in operand) fields[name] = operand.$eq;
  }
  return fields;
}
