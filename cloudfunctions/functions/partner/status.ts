import type { ErrorCode } from '../../contract/errors';

const statuses: Partial<Record<ErrorCode, number>> = {
  INVALID_INPUT: 400,
  SIGNATURE_WRONG: 401,
  TIMESTAMP_OUT_OF_RANGE: 401,
  NONCE_REPLAYED: 401,
  PARTNER_UNKNOWN: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CODE_UNKNOWN: 404,
  IDEMPOTENCY_CONFLICT: 409,
  TOKEN_BOUND: 409,
  CODE_USED: 409,
  CODE_EXPIRED: 410,
  PAYLOAD_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  HOLD_CLOSED: 409,
  HOLD_EXPIRED: 410,
  TRY_AGAIN: 503,
  PAYING_OUT_STOPPED: 503,
};

/** The HTTP status that goes with a code; what is nobody's fault but ours is a 500. */
export const statusOf = (code: ErrorCode): number => statuses[code] ?? 500;
