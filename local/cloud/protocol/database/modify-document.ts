import type { Store } from '../../store/store';
import type { AdminAction } from '../admin-action';
import { requiredEjson, requiredText } from '../parameters';
import { selectionOf } from './target';

/** Serves `update()` (merge: MongoDB's update operators) and `set()` (no merge: the whole new document). */
export function modifyDocument(store: Store): AdminAction {
  return async ({ parameters }) => {
    const { updated, upsertedId } = await store.modify(requiredText(parameters, 'collectionName'), {
      ...selectionOf(parameters),
      update: requiredEjson(parameters, 'data'),
      merge: parameters.merge !== false,
      multi: parameters.multi === true,
      upsert: parameters.upsert === true,
    });
    return {
      data:
        upsertedId === null || upsertedId === undefined ? { updated } : { updated, upsert_id: upsertedId },
    };
  };
}
