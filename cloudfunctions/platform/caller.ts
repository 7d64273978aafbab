import cloud from 'wx-server-sdk';

/**
 * Who called, as WeChat says it and never as the input says it. Read it inside of `main` and before the first await:
 * it comes from process variables that the next call of this process replaces.
 * Source: developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.html
 */
export interface Caller {
  /** Absent for timers and for calls through the HTTP access service. */
  openid: string | null;
  unionid: string | null;
  /** `wx_client`, `wx_http`, `wx_trigger` …; a call from a function to a function lists the chain. */
  source: string;
  address: string;
}

/** All-digit values arrive as numbers. */
const text = (value: unknown): string | null =>
  value === undefined || value === null || value === '' ? null : String(value);

export function caller(): Caller {
  const context = cloud.getWXContext() as unknown as Record<string, unknown>;
  return {
    openid: text(context.OPENID),
    unionid: text(context.UNIONID),
    source: text(context.SOURCE) ?? '',
    address: text(context.CLIENTIP) ?? text(context.CLIENTIPV6) ?? '',
  };
}
