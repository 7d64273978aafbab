import { existsSync } from 'node:fs';
import path from 'node:path';
import { openStore } from '../cloud/store';
import type { DocumentSource } from './document-source';
import type { ExportedDocument } from './ledger-line';

/**
 * The data folder of an endpoint that is not running; it is locked while it is read.
 * @throws when there is no such data or another process has it
 */
export function openFolder(folder: string): DocumentSource {
  if (!existsSync(path.join(folder, 'lock.db'))) throw new Error(`${folder} is no data folder`);
  const store = openStore({ folder, nowMs: () => Date.now() });
  const find = async (
    collection: string,
    query: Record<string, unknown>,
    limit: number,
    fields?: readonly string[],
  ) =>
    (await store.find(collection, {
      query,
      order: { _id: 1 },
      limit,
      ...(fields && { projection: Object.fromEntries(fields.map(field => [field, 1])) }),
    })) as ExportedDocument[];
  return {
    isLive: false,
    page: async ({ collection, afterId, limit, fields }) =>
      store.hasCollection(collection) ? find(collection, { _id: { $gt: afterId } }, limit, fields) : [],
    get: async (collection, id) => (await find(collection, { _id: id }, 1))[0] ?? null,
    close: () => store.close(),
  };
}
