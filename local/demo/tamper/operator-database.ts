import { EJSON } from 'bson';
import * as z from 'zod';
import { sendJson } from '../http/send-json';

/** A document as it lies in the database. */
export type StoredDocument = Record<string, unknown> & { _id: string };

const answer = z.object({
  code: z.string().optional(),
  message: z.string().optional(),
  data: z.object({ list: z.array(z.string()).optional() }).optional(),
});

/**
 * The database as somebody has it who may do everything: whoever runs the environment and opens its console. Speaks the
 * endpoint's own protocol; the product's functions have no part in it.
 */
export class OperatorDatabase {
  constructor(private readonly url: string) {}

  /** Documents that match, by the field `orderBy` upwards. */
  async find(
    collectionName: string,
    query: object,
    orderBy: string,
    limit: number,
  ): Promise<StoredDocument[]> {
    const order = EJSON.stringify({ [orderBy]: 1 });
    const asked = { collectionName, query: EJSON.stringify(query), order, limit };
    const { list = [] } = await this.#act('getDocument', asked);
    return list.map(text => EJSON.parse(text, { relaxed: true }) as StoredDocument);
  }

  /** Writes the document over the one of its id, or where there is none. */
  async put(collectionName: string, { _id, ...fields }: StoredDocument): Promise<void> {
    const written = { query: EJSON.stringify({ _id }), data: EJSON.stringify(fields) };
    await this.#act('modifyDocument', { collectionName, ...written, merge: false, upsert: true });
  }

  async remove(collectionName: string, id: string): Promise<void> {
    await this.#act('removeDocument', { collectionName, query: EJSON.stringify({ _id: id }) });
  }

  async #act(action: string, parameters: object): Promise<{ list?: string[] | undefined }> {
    const { status, body } = await sendJson(`${this.url}/admin`, {
      method: 'POST',
      text: JSON.stringify({ action: `database.${action}`, ...parameters }),
    });
    const { code, message, data } = answer.parse(body);
    if (data === undefined) throw new Error(`${action} answered ${status} ${code}: ${message}`);
    return data;
  }
}
