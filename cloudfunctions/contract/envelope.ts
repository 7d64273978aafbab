import * as z from 'zod';
import type { ErrorCode, ErrorDetails } from './errors';

/** Made by the caller before sending and kept for retries: the same id never has two effects. */
export const requestIdShape = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/);

/**
 * The event of function `api`. It is not strict, because WeChat adds fields of its own (`userInfo`) to what the
 * mini-program sends; they are dropped here, and who calls is never read from them.
 */
export const callShape = z.object({
  procedure: z.string().min(1).max(64),
  requestId: requestIdShape.optional(),
  input: z.unknown().optional(),
});

export interface CallError {
  code: ErrorCode;
  /** In Chinese, for people. */
  message: string;
  details: ErrorDetails;
  /** Names the line in the function's log that says more. */
  logId: string;
}

export type CallAnswer<Data> = { ok: true; data: Data } | { ok: false; error: CallError };
