import * as z from 'zod';
import { answerJson } from '../http/answer';
import { callerOf } from '../http/caller';
import type { Exchange, Handler } from '../http/exchange';
import { HttpError } from '../http/http-error';
import { readJsonBody } from '../http/json-body';
import { type MediaAnswer, mediaAnswers } from './media-check';
import type { Subscriptions } from './subscriptions';

/** What the played WeChat does; people and tests choose it. */
export interface WechatMood {
  mediaAnswer: MediaAnswer;
}

const choice = z.strictObject({ mediaAnswer: z.enum(mediaAnswers) });
const allowance = z.strictObject({ templateIds: z.array(z.string()).min(1).max(5) });
const LARGEST_BYTES = 1024;

async function chooseMood(exchange: Exchange, mood: WechatMood): Promise<void> {
  if (exchange.request.method === 'POST') {
    const chosen = choice.safeParse(await readJsonBody(exchange, LARGEST_BYTES));
    if (!chosen.success) throw new HttpError(400, `mediaAnswer is one of ${mediaAnswers.join(', ')}`);
    Object.assign(mood, chosen.data);
  }
  answerJson(exchange.response, 200, mood);
}

async function allow(exchange: Exchange, subscriptions: Subscriptions): Promise<void> {
  if (exchange.request.method !== 'POST') throw new HttpError(405, 'tell what was allowed with POST');
  const { openid } = callerOf(exchange.request);
  const allowed = allowance.safeParse(await readJsonBody(exchange, LARGEST_BYTES));
  if (!allowed.success) throw new HttpError(400, 'send {"templateIds": […]}, at most five');
  subscriptions.allow(openid, allowed.data.templateIds);
  answerJson(exchange.response, 200, {});
}

/**
 * The WeChat that is played here. `GET /wechat`: what it does now; `POST /wechat {mediaAnswer}`: from now on. For the drawn
 * phone, which says in the header x-wx-openid whose it is: `GET /wechat/templates` is what its window shows,
 * `POST /wechat/subscriptions {templateIds}` what was allowed in it, `GET /wechat/messages` what was sent to that person.
 */
export function wechatRoute(mood: WechatMood, subscriptions: Subscriptions): Handler {
  return async exchange => {
    const { pathname, request, response } = exchange;
    if (pathname === '/wechat') return chooseMood(exchange, mood);
    if (pathname === '/wechat/subscriptions') return allow(exchange, subscriptions);
    if (pathname === '/wechat/templates') {
      return answerJson(response, 200, { templates: subscriptions.world.templates() });
    }
    if (pathname === '/wechat/messages') {
      return answerJson(response, 200, { messages: subscriptions.sentTo(callerOf(request).openid) });
    }
    throw new HttpError(404, 'no such path');
  };
}
