import * as z from 'zod';
import { collectionShape } from '../build/product/manifest-shape';
import { answerJson } from './http/answer';
import type { Handler } from './http/exchange';
import { HttpError } from './http/http-error';
import { readJsonBody } from './http/json-body';
import { textCallBytes } from './limits';
import { failureOf } from './protocol/failure';
import { type Store, StoreError } from './store/store';

const declaration = z.strictObject({
  collection: collectionShape.shape.name,
  indexes: collectionShape.shape.indexes,
});

/** `POST /indexes {collection, indexes}` declares indexes as the manifest does, for whoever runs without one. */
export function indexesRoute(store: Store): Handler {
  return async exchange => {
    const parsed = declaration.safeParse(await readJsonBody(exchange, textCallBytes));
    if (!parsed.success) throw new HttpError(400, z.prettifyError(parsed.error));
    const { collection, indexes } = parsed.data;
    try {
      await store.declareIndexes(collection, indexes);
      answerJson(exchange.response, 200, { collection, indexes: store.indexesOf(collection) });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      answerJson(exchange.response, 400, failureOf(error));
    }
  };
}
