import { Refusal } from '../../contract/errors';
import { authenticate, type SignedRequest } from '../../domain/partners';
import { caller } from '../../platform/caller';
import { cloudPlatform } from '../../platform/cloud-platform';
import { failureOf } from '../failure';
import { type HttpAnswer, type HttpEvent, jsonAnswer, rawBody, readHttpEvent } from '../http-event';
import { route } from './routes';
import { statusOf } from './status';

/** CloudBase takes 100 KB of text; this leaves room for headers and escapes. */
const LARGEST_BODY_BYTES = 90 * 1024;
/** Work that has not begun by then is deferred; the rest of the function's 30 seconds is for what has. */
const TIME_TO_BEGIN_MS = 12_000;

/** The official pages disagree whether the route's own path is part of the event's; it always is of the signed one. */
const signedPath = (path: string): string =>
  path === '/partner' || path.startsWith('/partner/') ? path : `/partner${path}`;

function signedRequest(event: HttpEvent, path: string): SignedRequest {
  const body = rawBody(event);
  if (body.byteLength > LARGEST_BODY_BYTES) {
    throw new Refusal('PAYLOAD_TOO_LARGE', { largestBytes: LARGEST_BODY_BYTES });
  }
  return {
    method: event.httpMethod,
    path,
    partnerId: event.headers['x-partner-id'] ?? '',
    timestamp: event.headers['x-timestamp'] ?? '',
    nonce: event.headers['x-nonce'] ?? '',
    body,
  };
}

/** Bytes that are no UTF-8 are refused: replaced, they would make one ticket of two. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function jsonOf(body: Uint8Array): unknown {
  if (body.byteLength === 0) return {};
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    throw new Refusal('INVALID_INPUT', { field: 'body', reason: '请求体不是有效的 JSON' });
  }
}

async function handle(event: HttpEvent): Promise<object> {
  const platform = cloudPlatform();
  const deadlineMs = platform.nowMs() + TIME_TO_BEGIN_MS;
  const path = signedPath(event.path);
  const request = signedRequest(event, path);
  const partner = await authenticate(platform, request, event.headers['x-signature'] ?? '');
  return route(event.httpMethod, path, { platform, partner, body: jsonOf(request.body), deadlineMs });
}

/**
 * `/partner/v1/…` behind the HTTP access service. Any mini-program can call any function, so a call that carries an
 * openid did not come from there and is refused, whatever it looks like.
 */
export async function main(event: unknown): Promise<HttpAnswer> {
  const platform = cloudPlatform();
  const { openid } = caller();
  try {
    const request = readHttpEvent(event);
    if (openid !== null || !request) throw new Refusal('FORBIDDEN');
    return jsonAnswer(200, await handle(request));
  } catch (error) {
    const failure = failureOf(platform, 'partner', error);
    return jsonAnswer(statusOf(failure.code), failure);
  }
}
