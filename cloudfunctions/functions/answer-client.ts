import type { CallAnswer } from '../contract/envelope';
import { Refusal } from '../contract/errors';
import type { ProcedureContract } from '../contract/procedure';
import type { Platform } from '../platform';
import type { Caller } from '../platform/caller';
import { failureOf } from './failure';
import type { ProcedureMap } from './procedure-map';
import { type ReadCall, readCall } from './read-call';

/**
 * Calls from a phone or from DevTools; anything that went through another function, a timer or HTTP has another or a
 * longer SOURCE. See developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.html
 */
const clientSources: readonly string[] = ['wx_client', 'wx_devtools'];

/** Who calls, as WeChat says: the openid is never read from the input. */
export interface Person {
  openid: string;
  address: string;
}

/** A function that mini-programs call: its procedures by name, and how one of them is run for a person. */
export interface ClientFunction<Contract extends ProcedureContract, Handler> {
  name: string;
  procedures: ProcedureMap<Contract, Handler>;
  run(platform: Platform, call: ReadCall<Contract, Handler>, person: Person): Promise<unknown>;
}

/** Answers one call of a mini-program. It never throws: every failure is a code, and what is unexpected stays inside. */
export async function answerClient<Contract extends ProcedureContract, Handler>(
  { name, procedures, run }: ClientFunction<Contract, Handler>,
  platform: Platform,
  caller: Caller,
  event: unknown,
): Promise<CallAnswer<unknown>> {
  try {
    if (caller.openid === null || !clientSources.includes(caller.source)) throw new Refusal('FORBIDDEN');
    const call = readCall(procedures, event);
    const output = await run(platform, call, { openid: caller.openid, address: caller.address });
    return { ok: true, data: call.contract.output.parse(output) };
  } catch (error) {
    return { ok: false, error: failureOf(platform, name, error) };
  }
}
