import type { Store } from '../../store/store';
import type { AdminAction } from '../admin-action';
import { requiredText } from '../parameters';
import { selectionOf } from './target';

/** Serves `count()`. */
export function calculateDocument(store: Store): AdminAction {
  return async ({ parameters }) => {
    const total = await store.count(requiredText(parameters, 'collectionName'), selectionOf(parameters));
    return { data: { total } };
  };
}
