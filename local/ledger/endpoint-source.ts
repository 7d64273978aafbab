import { EJSON } from 'bson';
import type { DocumentSource } from './document-source';
import type { ExportedDocument } from './ledger-line';

interface Answer {
  code?: string;
  message?: string;
  data?: { list: string[] };
}

/** A running endpoint, read through its database protocol as the SDK does. */
export function connectEndpoint(url: string): DocumentSource {
  const find = async (
    collectionName: string,
    query: Record<string, unknown>,
    limit: number,
    fields?: readonly string[],
  ): Promise<ExportedDocument[]> => {
    const projection = fields && EJSON.stringify(Object.fromEntries(fields.map(field => [field, 1])));
    const response = await fetch(new URL('/admin', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        action: 'database.getDocument',
        collectionName,
        query: EJSON.stringify(query),
        order: EJSON.stringify({ _id: 1 }),
        limit,
        projection,
      }),
    });
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    const answer = (await response.json()) as Answer;
    if (!answer.data) throw new Error(`${url} answered ${answer.code}: ${answer.message}`);
    return answer.data.list.map(text => EJSON.parse(text, { relaxed: true }) as ExportedDocument);
  };
  return {
    isLive: true,
    page: ({ collection, afterId, limit, fields }) =>
      find(collection, { _id: { $gt: afterId } }, limit, fields),
    get: async (collection, id) => (await find(collection, { _id: id }, 1))[0] ?? null,
    close: async () => undefined,
  };
}
