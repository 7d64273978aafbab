import type { CallAnswer } from '../../contract/envelope';
import { type ErrorCode, type ErrorDetails, errorTexts, Refusal } from '../../contract/errors';
import { isDatabaseError, type Platform } from '../../platform';
import type { Caller } from '../../platform/caller';
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
    return failure(platform, error);
  }
}

/** The one place where an error becomes a code. */
function codeOf(error: unknown): { code: ErrorCode; details: ErrorDetails } {
  if (error instanceof Refusal) return { code: error.code, details: error.details };
  // Every retry met another writer: nothing has happened, and in a moment it will go through.
  return { code: isDatabaseError(error, 'conflict') ? 'TRY_AGAIN' : 'INTERNAL', details: {} };
}

function failure(platform: Platform, error: unknown): CallAnswer<never> {
  const { code, details } = codeOf(error);
  const logId = platform.randomId();
  // The stack of an unexpected error goes to the log only.
  const stack = code === 'INTERNAL' && error instanceof Error ? { stack: error.stack } : {};
  platform.log('api.failure', { code, logId, ...stack });
  return { ok: false, error: { code, message: errorTexts[code], details, logId } };
}
