import * as z from 'zod';
import { answerJson } from '../http/answer';
import { callerOf } from '../http/caller';
import type { Handler } from '../http/exchange';
import { HttpError } from '../http/http-error';
import { readJsonBody } from '../http/json-body';
import type { OpenData } from './open-data';

/** A month of steps is some 2 KB. */
const bodyBytes = 64 * 1024;

const told = z.strictObject({ data: z.record(z.string(), z.unknown()) });

/**
 * `POST /open-data {data}` is what WeChat on a phone tells WeChat's server; the header x-wx-openid says whose phone.
 * Answer: `{cloudID}`. The mini-program never comes here: only the drawn phone around it does.
 */
export function openDataRoute(openData: OpenData, appId: string): Handler {
  return async exchange => {
    if (exchange.request.method !== 'POST') throw new HttpError(405, 'send what the phone tells with POST');
    const { openid } = callerOf(exchange.request);
    const parsed = told.safeParse(await readJsonBody(exchange, bodyBytes));
    if (!parsed.success) throw new HttpError(400, 'send {"data": {…}}');
    const watermark = { appid: appId, timestamp: Math.floor(openData.nowMs() / 1000) };
    answerJson(exchange.response, 200, {
      cloudID: openData.seal(openid, { ...parsed.data.data, watermark }),
    });
  };
}
