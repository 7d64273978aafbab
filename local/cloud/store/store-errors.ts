import { StoreError } from './store';

/** The message MongoDB gives under the name TransactionConflict, which callers look for. */
export function transactionConflict(reason: string): StoreError {
  return new StoreError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[TransactionConflict] WriteConflict error: this operation conflicted with another operation. ` +
      `Please retry your operation or multi-document transaction. ${reason}`,
  );
}

export function transactionNotExist(transactionId: string): StoreError {
  return new StoreError(
    'DATABASE_TRANSACTION_NOT_EXIST',
    `Transaction ${transactionId} does not exist: it was committed, aborted, ended by a conflict or expired.`,
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
    `Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  );
}
