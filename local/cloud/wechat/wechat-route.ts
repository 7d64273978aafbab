import * as z from 'zod';
import { answerJson } from '../http/answer';
import type { Handler } from '../http/exchange';
import { HttpError } from '../http/http-error';
import { readJsonBody } from '../http/json-body';
import { type MediaAnswer, mediaAnswers } from './media-check';

/** What the played WeChat does; people and tests choose it. */
export interface WechatMood {
  mediaAnswer: MediaAnswer;
}

const choice = z.strictObject({ mediaAnswer: z.enum(mediaAnswers) });
const LARGEST_BYTES = 1024;

/** `GET /wechat`: what it does now. `POST /wechat {mediaAnswer}`: from now on. */
export function wechatRoute(mood: WechatMood): Handler {
  return async exchange => {
    if (exchange.request.method === 'POST') {
      const chosen = choice.safeParse(await readJsonBody(exchange, LARGEST_BYTES));
      if (!chosen.success) throw new HttpError(400, `mediaAnswer is one of ${mediaAnswers.join(', ')}`);
      Object.assign(mood, chosen.data);
    }
    answerJson(exchange.response, 200, mood);
  };
}
