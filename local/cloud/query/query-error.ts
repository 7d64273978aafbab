import { StoreError } from '../store/store';

/** A query, update or pipeline that the database refuses; nothing has been changed. */
export function requestFailed(message: string): StoreError {
  return new StoreError('DATABASE_REQUEST_FAILED', message);
}

/** Runs work whose own errors (mingo's, a regular expression's) become refusals with their message. */
export function refusing<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw requestFailed(error instanceof Error ? error.message : String(error));
  }
}
