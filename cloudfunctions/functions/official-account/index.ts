import { Refusal } from '../../contract/errors';
import { settlePictureCheck } from '../../domain/reports';
import type { Platform } from '../../platform';
import { caller } from '../../platform/caller';
import { cloudPlatform } from '../../platform/cloud-platform';
import { failureOf } from '../failure';
import { type HttpAnswer, type HttpEvent, readHttpEvent, textAnswer } from '../http-event';
import { picturePush, verdictOf } from './picture-push';
import { answerAddressCheck, readPush } from './read-push';

/** The mini-program's own pushes. The official pages disagree whether the route is part of the event's path. */
const isOfMiniprogram = (path: string): boolean => /^(\/official-account)?\/mini-program\/?$/.test(path);

/** Any other push gets the empty answer that keeps WeChat from sending it again. */
async function take(platform: Platform, message: unknown): Promise<void> {
  const push = picturePush.safeParse(message);
  if (!push.success) return platform.log('official-account.passed-over', {});
  await settlePictureCheck(platform, { traceId: push.data.trace_id, verdict: verdictOf(push.data) });
}

async function answer(platform: Platform, event: HttpEvent): Promise<string> {
  if (!isOfMiniprogram(event.path)) throw new Refusal('NOT_FOUND', { field: 'path' });
  if (event.httpMethod === 'GET') return answerAddressCheck(platform, event);
  if (event.httpMethod !== 'POST') throw new Refusal('NOT_FOUND', { field: 'method' });
  await take(platform, readPush(platform, event));
  return '';
}

const statuses: Partial<Record<string, number>> = {
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  PAYLOAD_TOO_LARGE: 413,
  TRY_AGAIN: 503,
  INTERNAL: 500,
};

/**
 * `/official-account/…` behind the HTTP access service. A call with an openid did not come from there: any mini-program
 * can call any function. WeChat tries again, twice, whatever is not answered with 200 within 5 seconds.
 */
export async function main(event: unknown): Promise<HttpAnswer> {
  const platform = cloudPlatform();
  const { openid } = caller();
  try {
    const request = readHttpEvent(event);
    if (openid !== null || !request) throw new Refusal('FORBIDDEN');
    return textAnswer(200, await answer(platform, request));
  } catch (error) {
    const { code } = failureOf(platform, 'official-account', error);
    return textAnswer(statuses[code] ?? 403, code);
  }
}
