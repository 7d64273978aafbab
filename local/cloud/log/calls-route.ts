import { answerJson } from '../http/answer';
import type { Handler } from '../http/exchange';
import { HttpError } from '../http/http-error';
import type { CallLog } from './call-log';

const usualCalls = 100;
const mostCalls = 1000;

/** `GET /calls[?limit=…]`: the last calls of functions with their costs, newest first. */
export function callsRoute(log: CallLog): Handler {
  return ({ request, response, search }) => {
    if (request.method !== 'GET') throw new HttpError(405, 'GET only');
    const limit = Number(new URLSearchParams(search).get('limit') ?? usualCalls);
    if (!Number.isInteger(limit) || limit < 1 || limit > mostCalls)
      throw new HttpError(400, `limit is 1 to ${mostCalls}`);
    answerJson(response, 200, { calls: log.recent(limit) });
  };
}
