import type { CallAnswer } from '../../contract/envelope';
import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import type { Caller } from '../../platform/caller';
import { failureOf } from '../failure';
import { readCall } from './read-call';
import { runCall } from './run-call';

/**
 * Calls from a phone or from DevTools; anything that went through another function, a timer or HTTP has another or a
 * longer SOURCE. See developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.html
 */
const clientSources: readonly string[] = ['wx_client', 'wx_devtools'];

/** Answers one call of a mini-program. It never throws: every failure is a code, and what is unexpected stays inside. */
export async function answerCall(
  platform: Platform,
  caller: Caller,
  event: unknown,
): Promise<CallAnswer<unknown>> {
  try {
    if (caller.openid === null || !clientSources.includes(caller.source)) throw new Refusal('FORBIDDEN');
    const call = readCall(event);
    const output = await runCall(platform, call, { openid: caller.openid, address: caller.address });
    return { ok: true, data: call.contract.output.parse(output) };
  } catch (error) {
    return { ok: false, error: failureOf(platform, 'api', error) };
  }
}
