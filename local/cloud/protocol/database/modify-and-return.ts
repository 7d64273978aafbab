import { encodeEjson } from '../../store';
import type { Store } from '../../store/store';
import type { AdminAction } from '../admin-action';
import { requiredEjson, requiredText } from '../parameters';
import { selectionOf } from './target';

/** Updates the first match and answers with the document as it is afterwards. */
export function modifyAndReturn(store: Store): AdminAction {
  return async ({ parameters }) => {
    const { updated, document } = await store.modifyAndReturn(requiredText(parameters, 'collectionName'), {
      ...selectionOf(parameters),
      update: requiredEjson(parameters, 'data'),
    });
    return { data: { updated, doc: document === null ? null : encodeEjson(document) } };
  };
}
