import { CloudError } from '../../cloud-error';
import { textCallBytes } from '../../limits';
import { type Store, StoreError } from '../../store/store';
import type { AdminAction } from '../admin-action';
import { requiredText } from '../parameters';
import { aggregateDocuments } from './aggregate-documents';
import { calculateDocument } from './calculate-document';
import { getDocument } from './get-document';
import { insertDocument } from './insert-document';
import { modifyAndReturn } from './modify-and-return';
import { modifyDocument } from './modify-document';
import { removeDocument } from './remove-document';
import type { ScanAttribution } from './scan-attribution';

/** The actions of `db`, under the limits and the accounting that all of them share. */
export function databaseActions(store: Store, attribution: ScanAttribution): [string, AdminAction][] {
  const actions: Record<string, AdminAction> = {
    addCollection: async ({ parameters }) => {
      await store.addCollection(requiredText(parameters, 'collectionName'));
      return { data: {} };
    },
    insertDocument: insertDocument(store),
    getDocument: getDocument(store),
    modifyDocument: modifyDocument(store),
    modifyAndReturnDoc: modifyAndReturn(store),
    removeDocument: removeDocument(store),
    calculateDocument: calculateDocument(store),
    aggregateDocuments: aggregateDocuments(store),
    startTransaction: async () => ({ transactionId: store.startTransaction() }),
    commitTransaction: async ({ parameters }) => {
      await store.commitTransaction(requiredText(parameters, 'transactionId'));
      return { data: {} };
    },
    abortTransaction: async ({ parameters }) => {
      await store.abortTransaction(requiredText(parameters, 'transactionId'));
      return { data: {} };
    },
  };
  return Object.entries(actions).map(([name, action]) => [
    `database.${name}`,
    accounted(action, attribution),
  ]);
}

function accounted(action: AdminAction, attribution: ScanAttribution): AdminAction {
  return async request => {
    const { call } = request;
    if (call !== null) call.databaseCalls++;
    if (request.bodyBytes > textCallBytes) {
      throw new CloudError(
        'EXCEED_REQUEST_SIZE_LIMIT',
        'EXCEED_REQUEST_SIZE_LIMIT: a database call is at most 100 KB',
      );
    }
    try {
      return await attribution.run(call, () => action(request));
    } catch (error) {
      if (call !== null && isConflict(error)) call.conflicts++;
      throw error;
    }
  };
}

function isConflict(error: unknown): boolean {
  return error instanceof StoreError && error.code === 'DATABASE_TRANSACTION_CONFLICT';
}
