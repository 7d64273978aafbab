import { StoreError } from './store';

const askAgain = 'Please check your request, but if the problem persists, contact us.';

/** CloudBase's very text: the SDK drops the code of most failures, so that callers know a conflict by its message only. */
export function transactionConflict(): StoreError {
  return new StoreError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${askAgain}`,
  );
}

/** It was committed, aborted, ended by a conflict, is too old, or never was; CloudBase's text for all of these. */
export function transactionNotExist(): StoreError {
  return new StoreError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
      `transaction must be commit or abort in 30 seconds. ${askAgain}`,
  );
}

export function duplicateKey(collection: string, index: string, key: string): StoreError {
  return new StoreError(
    'DATABASE_DUPLICATE_WRITE',
    `E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}`,
  );
}

export function collectionMissing(name: string): StoreError {
  return new StoreError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  );
}
