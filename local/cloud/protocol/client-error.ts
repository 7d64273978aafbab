import type { CloudError, CloudErrorCode } from '../cloud-error';

/**
 * Numbers by which the mini-program knows failures; everything without one of its own is a system error.
 * Source: developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/debug/errcode.html
 */
const numbers: Partial<Record<CloudErrorCode, number>> = {
  INVALID_PARAM: -501007,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
  FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
};
const systemError = -501001;

/** A failure as `wx.cloud.<api>` rejects with it; the code stays readable in the message. */
export function clientError(api: string, error: CloudError): { errCode: number; errMsg: string } {
  const errCode = numbers[error.code] ?? systemError;
  return {
    errCode,
    errMsg: `${api}:fail Error: errCode: ${errCode} ${error.code} | errMsg: ${error.message}`,
  };
}
