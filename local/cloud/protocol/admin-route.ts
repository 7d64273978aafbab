import { CloudError } from '../cloud-error';
import { answerBytes, answerJson, answerJsonText } from '../http/answer';
import { type Exchange, type Handler, mediaType } from '../http/exchange';
import { HttpError } from '../http/http-error';
import { BodyAbortedError, BodyTooLargeError, readBody } from '../http/read-body';
import { packetBytes } from '../limits';
import type { RunningCall } from '../runner/running-call';
import type { AdminActions, AdminAnswer, AdminRequest } from './admin-action';
import { failureOf } from './failure';
import { readMultipart } from './read-multipart';

const route = '/admin';
/** The only actions whose bodies the SDK sends as multipart: they carry binary data. */
const multipartActions = new Set(['wx.openApi', 'wx.wxPayApi']);

/**
 * `POST /admin[/<token of a function process>]`, what the SDK calls. Everything that it can understand is answered with
 * HTTP 200 and `{requestId, data}` or `{requestId, code, message}`; other statuses are for requests that no SDK sends.
 * @param callOf the call that runs in the process with this token
 */
export function adminRoute(actions: AdminActions, callOf: (token: string) => RunningCall | null): Handler {
  const nextRequestId = requestIds();
  return async exchange => {
    if (exchange.request.method !== 'POST') throw new HttpError(405, 'POST only');
    const requestId = nextRequestId();
    try {
      const { action, ...request } = await readAdminRequest(exchange, callOf);
      const act = actions.get(action);
      if (act === undefined)
        throw new CloudError('INVALID_ACTION', `no such action: ${action.slice(0, 100)}`);
      answer(exchange, requestId, await act(request));
    } catch (error) {
      if (error instanceof HttpError || error instanceof BodyAbortedError) throw error;
      answerJson(exchange.response, 200, { requestId, ...failureOf(asCloudError(error)) });
    }
  };
}

async function readAdminRequest(
  { request, pathname }: Exchange,
  callOf: (token: string) => RunningCall | null,
): Promise<AdminRequest & { action: string }> {
  const type = mediaType(request);
  const isMultipart = type === 'multipart/form-data';
  if (!isMultipart && type !== 'application/json')
    throw new HttpError(415, 'content-type must be application/json');
  const token = pathname.slice(route.length + 1);
  const call = token === '' ? null : callOf(token);
  const body = await readBody(request, packetBytes);
  const parameters = isMultipart ? await readMultipart(request.headers, body) : parsed(body);
  const action = typeof parameters.action === 'string' ? parameters.action : '';
  if (isMultipart !== multipartActions.has(action))
    throw new CloudError('INVALID_ACTION', `wrong content type for "${action}"`);
  return { action, parameters, bodyBytes: body.length, call };
}

function parsed(body: Buffer): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body.toString());
  } catch {
    throw new CloudError('INVALID_PARAM', 'the body is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CloudError('INVALID_PARAM', 'the body is not a JSON object');
  }
  return value as Record<string, unknown>;
}

function answer({ response }: Exchange, requestId: string, result: AdminAnswer): void {
  if ('binary' in result) {
    answerBytes(response, 200, 'application/octet-stream', result.binary);
    return;
  }
  const text = JSON.stringify({ requestId, ...result });
  if (text.length > packetBytes) throw new CloudError('EXCEED_MAX_RESPONSE_SIZE', 'the answer is over 16 MB');
  answerJsonText(response, 200, text);
}

function asCloudError(error: unknown): unknown {
  return error instanceof BodyTooLargeError
    ? new CloudError('EXCEED_REQUEST_SIZE_LIMIT', error.message)
    : error;
}

/** Unique within an endpoint's life, which is all that a log needs, and cheaper than random ones. */
function requestIds(): () => string {
  const life = Date.now().toString(36);
  let count = 0;
  return () => `${life}-${(++count).toString(36)}`;
}
