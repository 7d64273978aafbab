import { type ErrorCode, type ErrorDetails, errorTexts, Refusal } from '../contract/errors';
import { isDatabaseError, type Platform } from '../platform';

/** What a caller gets to see of an error. */
export interface Failure {
  code: ErrorCode;
  message: string;
  details: ErrorDetails;
  /** With it support finds the log line. */
  logId: string;
}

function codeOf(error: unknown): { code: ErrorCode; details: ErrorDetails } {
  if (error instanceof Refusal) return { code: error.code, details: error.details };
  // Every retry met another writer: nothing has happened, and in a moment it will go through.
  return { code: isDatabaseError(error, 'conflict') ? 'TRY_AGAIN' : 'INTERNAL', details: {} };
}

/** The one place where an error becomes a code. What is unexpected goes to the log, with its stack, and only there. */
export function failureOf(platform: Platform, unit: string, error: unknown): Failure {
  const { code, details } = codeOf(error);
  const logId = platform.randomId();
  const stack = code === 'INTERNAL' && error instanceof Error ? { stack: error.stack } : {};
  platform.log(`${unit}.failure`, { code, logId, ...stack });
  return { code, message: errorTexts[code], details, logId };
}
