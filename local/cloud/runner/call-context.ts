/** Who and what started a function, as its `getWXContext()` will say. */
export interface CallContext {
  /** `wx_client`, `wx_http`, `wx_trigger`; a call from a function to a function appends `,scf`. */
  source: string;
  openid?: string;
  unionid?: string;
  clientIp?: string;
}

/**
 * Variables from which the SDK's `getWXContext` reads. It answers nothing at all without WX_CONTEXT_KEYS, and takes SOURCE
 * from TCB_SOURCE. Source: wx-server-sdk 4.0.2, src/api/utils/api/getWXContext.ts
 */
export function wxVariables(context: CallContext, appId: string): Record<string, string> {
  const values: Record<string, string | undefined> = {
    WX_APPID: appId,
    WX_OPENID: context.openid,
    WX_UNIONID: context.unionid,
    WX_CLIENTIP: context.clientIp,
  };
  const present = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(present),
    WX_CONTEXT_KEYS: present.map(([name]) => name).join(','),
    TCB_SOURCE: context.source,
    ...(context.source === 'wx_trigger' ? { TRIGGER_SRC: 'timer' } : {}),
  };
}

/** The context of a function that another function calls: the same person, one step further. */
export function nestedContext(context: CallContext): CallContext {
  return { ...context, source: `${context.source},scf` };
}
