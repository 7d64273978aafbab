import cloud from 'wx-server-sdk';
import type { MessageOutcome, Messages } from './messages';

interface OpenApi {
  subscribeMessage: { send(options: Record<string, unknown>): Promise<unknown> };
}

/** The person has refused, or used up what was allowed. */
const NONE_LEFT = 43101;
/** The call never left the cloud: no such API, or no permission for it in the function's config.json. */
const neverCalled: readonly unknown[] = [-604100, -604101];

/**
 * Numbers above zero are WeChat's own refusals, before anything was delivered; below stand a busy system and the cloud's
 * failures, after which the message may have gone out.
 */
function outcomeOf(error: unknown): MessageOutcome {
  const { errCode, errMsg } = error as { errCode?: unknown; errMsg?: unknown };
  if (errCode === NONE_LEFT) return { outcome: 'none-left' };
  const problem = `${String(errCode)} ${String(errMsg ?? error)}`;
  const isDefinite = (typeof errCode === 'number' && errCode > 0) || neverCalled.includes(errCode);
  return { outcome: isDefinite ? 'wrong' : 'unknown', problem };
}

/** Source: developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html */
export const cloudMessages = (): Messages => ({
  async send({ openid, templateId, page, values }) {
    const { openapi } = cloud as unknown as { openapi: OpenApi };
    const data = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
    try {
      await openapi.subscribeMessage.send({ touser: openid, templateId, page, data });
      return { outcome: 'sent' };
    } catch (error) {
      return outcomeOf(error);
    }
  },
});
