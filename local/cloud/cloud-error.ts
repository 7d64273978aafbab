import type { StoreErrorCode } from './store/store';

/**
 * Codes of CloudBase that do not come from the store.
 * Source: docs.cloudbase.net/error-code/basic
 */
export type ServiceErrorCode =
  | 'SYS_ERR'
  | 'INVALID_ACTION'
  | 'EXCEED_REQUEST_SIZE_LIMIT'
  | 'EXCEED_MAX_RESPONSE_SIZE'
  | 'EXCEED_CONCURRENT_REQUEST_LIMIT'
  | 'STORAGE_REQUEST_FAIL'
  | 'STORAGE_EXCEED_AUTHORITY'
  | 'STORAGE_FILE_NONEXIST'
  | 'FUNCTION_NOT_FOUND'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED';

export type CloudErrorCode = ServiceErrorCode | StoreErrorCode;

/** A failure that the caller is told by its code; anything else that is thrown becomes SYS_ERR. */
export class CloudError extends Error {
  constructor(
    readonly code: CloudErrorCode,
    message: string,
  ) {
    super(message);
  }
}
