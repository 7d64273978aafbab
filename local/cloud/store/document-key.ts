import { encodeEjson } from '../query/ejson';

/**
 * Key of an `_id` in the map of documents: equal ids have one key whatever their number type. Strings stand for
 * themselves; everything else, and the rare string that begins with a null byte, is marked.
 */
export function documentKey(id: unknown): string {
  if (typeof id === 'string') return id.charCodeAt(0) === 0 ? `\0s${id}` : id;
  return `\0v${encodeEjson(id === 0 ? 0 : id)}`;
}

/** What the log shows in the column `id`: the string itself, otherwise extended JSON. */
export function readableId(id: unknown): string {
  return typeof id === 'string' ? id : encodeEjson(id ?? null);
}
