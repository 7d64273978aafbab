import type { Store } from '../../store/store';
import type { AdminAction } from '../admin-action';
import { ejsonObject, invalid, optionalText, requiredText } from '../parameters';

/** `data` is a list of EJSON texts, one a document; `_id` is made up where a document has none. */
export function insertDocument(store: Store): AdminAction {
  return async ({ parameters }) => {
    const { data } = parameters;
    if (!Array.isArray(data) || data.length === 0) throw invalid('data must be a list of documents');
    const documents = data.map((text, index) => ejsonObject(text, `data[${index}]`));
    const transactionId = optionalText(parameters, 'transactionId');
    const insertedIds = await store.insert(
      requiredText(parameters, 'collectionName'),
      documents,
      transactionId,
    );
    return { data: { insertedIds } };
  };
}
