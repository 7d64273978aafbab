import { makeCall, type Work, type WxCall } from '../calling/make-call';
import { isObject } from '../calling/options';
import { WxFailure } from '../calling/wx-failure';
import { travel } from '../network/travel';
import type { WxHost } from '../wx-host';

/** Client failures without a number of their own. Source: developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/debug/errcode.html */
const GENERAL_ERROR = -1;

/** What the endpoint answers when it says no. */
interface EndpointFailure {
  errCode: number;
  errMsg: string;
}

/** The way to the endpoint: initialised once, as one person, over the network of the panel, noted in the panel. */
export class CloudSession {
  #initialised = false;

  constructor(readonly host: WxHost) {}

  init(): void {
    this.#initialised = true;
  }

  /** A call of `wx.cloud`; what fails has errCode and errMsg. */
  call(name: string, work: Work): WxCall {
    return makeCall(`cloud.${name}`, async options => {
      if (!this.#initialised)
        throw new WxFailure("Cloud API isn't enabled, please call wx.cloud.init first", {
          errCode: GENERAL_ERROR,
        });
      return work(options);
    });
  }

  /** @param note what stands in the panel's list */
  async send(note: string, path: string, request: RequestInit): Promise<Record<string, unknown>> {
    const { shell } = this.host;
    const startedAtMs = shell.nowMs();
    const begun = performance.now();
    const outcome = await travel(shell.panel.devices, () => this.#fetch(path, request)).then(
      answer => ({ answer, code: codeOf(answer) }),
      (error: unknown) => ({ error, code: 'fail' }),
    );
    shell.calls.push({ name: note, startedAtMs, ms: performance.now() - begun, outcome: outcome.code });
    if ('error' in outcome) throw asFailure(outcome.error);
    return outcome.answer;
  }

  async #fetch(path: string, request: RequestInit): Promise<Record<string, unknown>> {
    const { cloudUrl, shell, window } = this.host;
    if (cloudUrl === null)
      throw new WxFailure('the simulator was started without a cloud', { errCode: GENERAL_ERROR });
    const headers = { ...(request.headers as Record<string, string>), 'x-wx-openid': shell.openid };
    const response = await window.fetch(`${cloudUrl}${path}`, { ...request, headers });
    const answer: unknown = await response.json();
    if (!isObject(answer)) throw new WxFailure('empty answer', { errCode: GENERAL_ERROR });
    if (response.status !== 200) throw new WxFailure(String(answer.message), { errCode: GENERAL_ERROR });
    if (isEndpointFailure(answer)) throw new WxFailure(reasonOf(answer), { errCode: answer.errCode });
    return answer;
  }
}

const isEndpointFailure = (answer: object): answer is EndpointFailure =>
  'errCode' in answer && typeof answer.errCode === 'number' && answer.errCode !== 0;

/** The endpoint writes the whole errMsg, and the call puts its own name before it again. */
const reasonOf = ({ errMsg }: EndpointFailure): string => errMsg.replace(/^[\w.]+:fail /, '');

/** A procedure's own refusal is the interesting outcome of a call that arrived. */
function codeOf({ result }: Record<string, unknown>): string {
  if (!isObject(result) || result.ok !== false) return 'ok';
  return isObject(result.error) ? String(result.error.code) : 'ok';
}

function asFailure(error: unknown): WxFailure {
  if (error instanceof WxFailure) return error;
  const text = error instanceof Error ? error.message : String(error);
  return new WxFailure(`request:fail ${text}`, { errCode: GENERAL_ERROR });
}
