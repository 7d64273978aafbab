import type { Store } from '../../store/store';
import type { AdminAction } from '../admin-action';
import { requiredText } from '../parameters';
import { selectionOf } from './target';

export function removeDocument(store: Store): AdminAction {
  return async ({ parameters }) => {
    const request = { ...selectionOf(parameters), multi: parameters.multi === true };
    return { data: { deleted: await store.remove(requiredText(parameters, 'collectionName'), request) } };
  };
}
