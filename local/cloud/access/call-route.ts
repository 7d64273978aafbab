import { CloudError } from '../cloud-error';
import { answerJson, answerJsonText } from '../http/answer';
import { callerOf } from '../http/caller';
import type { Handler } from '../http/exchange';
import { HttpError } from '../http/http-error';
import { readJsonBody } from '../http/json-body';
import { textCallBytes } from '../limits';
import { clientError } from '../protocol/client-error';
import type { Runner } from '../runner/runner';

/**
 * `POST /call/<function>` is what `wx.cloud.callFunction` does: the body is the event, the header x-wx-openid says who
 * calls. Answer: `{result}` or `{errCode, errMsg}`.
 */
export function callRoute(runner: Runner, appId: string): Handler {
  return async exchange => {
    const name = exchange.pathname.slice('/call/'.length);
    const { openid, unionid, clientIp } = callerOf(exchange.request);
    const event = await readJsonBody(exchange, textCallBytes);
    if (typeof event !== 'object' || event === null || Array.isArray(event))
      throw new HttpError(400, 'the event is no object');
    const context = { source: 'wx_client', openid, clientIp, ...(unionid === undefined ? {} : { unionid }) };
    try {
      // WeChat adds the caller to every event from a mini-program, over whatever the client put there.
      // Source: developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/getting-started.html
      const withCaller = JSON.stringify({ ...event, userInfo: { appId, openId: openid } });
      const result = await runner.call(name, withCaller, context);
      answerJsonText(exchange.response, 200, `{"result":${result}}`);
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      answerJson(exchange.response, 200, clientError('cloud.callFunction', error));
    }
  };
}
