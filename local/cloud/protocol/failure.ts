import { CloudError, type CloudErrorCode } from '../cloud-error';
import { StoreError } from '../store/store';

export interface Failure {
  code: CloudErrorCode;
  message: string;
}

/**
 * Text that CloudBase puts before the message of a database failure that does not carry it already. The SDK hands on
 * no code for most of them, so that callers have nothing but this text to tell them apart by.
 */
const prefixes: Partial<Record<CloudErrorCode, string>> = {
  DATABASE_DUPLICATE_WRITE: '[FailedOperation.DuplicateWrite]',
  DATABASE_COLLECTION_ALREADY_EXIST: '[ResourceUnavailable.ResourceExist] Table exist.',
  DATABASE_REQUEST_FAILED: '[FailedOperation]',
};

/** Any thrown thing as code and message; what is not a known failure is written to stderr and told as SYS_ERR. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CloudError || error instanceof StoreError) {
    return { code: error.code, message: prefixed(error.code, error.message) };
  }
  process.stderr.write(`cloud: ${error instanceof Error ? error.stack : String(error)}\n`);
  return { code: 'SYS_ERR', message: 'system error' };
}

function prefixed(code: CloudErrorCode, message: string): string {
  const prefix = prefixes[code];
  return prefix === undefined ? message : `${prefix} ${message}`;
}
