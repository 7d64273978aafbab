import type { ErrorCode } from '../../cloudfunctions/contract/errors';

/** What goes wrong before a server could answer; the server's own codes come with their texts. */
const localTexts = {
  OFFLINE: '网络没有连上，请检查后重试',
  TIMEOUT: '网络较慢，还没有等到结果，请重试',
  UNREACHABLE: '暂时连不上服务，请稍后重试',
  CLOUD_MISSING: '微信版本过低，请更新微信后再打开',
} as const;

type LocalErrorCode = keyof typeof localTexts;
export type ServiceErrorCode = ErrorCode | LocalErrorCode;

/** Codes after which nobody knows whether the server did what it was asked for: only the same request may be sent again. */
const undecided: ReadonlySet<string> = new Set([
  'OFFLINE',
  'TIMEOUT',
  'UNREACHABLE',
  'TRY_AGAIN',
  'INTERNAL',
]);

/** Why a call failed. `message` is Chinese, for people; `logId` finds the server's log line and is empty without one. */
export class ServiceError extends Error {
  constructor(
    readonly code: ServiceErrorCode,
    message: string,
    readonly logId: string = '',
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'ServiceError';
  }

  /** Whether the server may have acted without our hearing of it. */
  get isUndecided(): boolean {
    return undecided.has(this.code);
  }

  /** Whether it was the way to the server that failed, so that a stored copy is better than nothing. */
  get isOutOfReach(): boolean {
    return this.code in localTexts;
  }
}

export const localError = (code: LocalErrorCode): ServiceError => new ServiceError(code, localTexts[code]);

/** Anything thrown, as something that a page can show. */
export const serviceErrorOf = (error: unknown): ServiceError =>
  error instanceof ServiceError ? error : new ServiceError('INTERNAL', '页面出了点问题，请重试');
