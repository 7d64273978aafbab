import { queryDefaultDocuments, queryMostDocuments } from '../../limits';
import type { FindRequest, Store } from '../../store/store';
import type { AdminAction } from '../admin-action';
import { invalid, optionalEjson, optionalWhole, requiredText } from '../parameters';
import { selectionOf } from './target';

/** Serves `doc().get()` and `where().get()`; each document is an EJSON text of its own. */
export function getDocument(store: Store): AdminAction {
  return async ({ parameters }) => {
    const collectionName = requiredText(parameters, 'collectionName');
    return { data: { list: await store.findEncoded(collectionName, findRequest(parameters)) } };
  };
}

function findRequest(parameters: Record<string, unknown>): FindRequest {
  const limit = optionalWhole(parameters, 'limit') ?? queryDefaultDocuments;
  if (limit > queryMostDocuments) throw invalid(`limit must not be over ${queryMostDocuments}`);
  const order = optionalEjson(parameters, 'order');
  const skip = optionalWhole(parameters, 'offset');
  const projection = optionalEjson(parameters, 'projection');
  return {
    ...selectionOf(parameters),
    limit,
    ...(order === undefined ? {} : { order: checkedOrder(order) }),
    ...(skip === undefined ? {} : { skip }),
    ...(projection === undefined ? {} : { projection }),
  };
}

function checkedOrder(order: Record<string, unknown>): Record<string, 1 | -1> {
  for (const direction of Object.values(order)) {
    if (direction !== 1 && direction !== -1) throw invalid('an order is 1 or -1');
  }
  return order as Record<string, 1 | -1>;
}
