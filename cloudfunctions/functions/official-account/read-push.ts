import * as z from 'zod';
import { Refusal } from '../../contract/errors';
import { isAddressCheck, isSealedByWechat, openPush, type Platform, type PushKeys } from '../../platform';
import { type HttpEvent, rawBody } from '../http-event';

/** How old a push may be; WeChat tries again within seconds. */
const TOLERANCE_MS = 10 * 60_000;
/** Far more than any event; messages of the official account are short as well. */
const LARGEST_BODY_BYTES = 20 * 1024;

/** The encrypted mode in JSON. The plain mode is not taken: its signature does not cover the body. */
const envelope = z.looseObject({ Encrypt: z.string().min(1) });

export const pushKeysOf = (platform: Platform): PushKeys => ({
  token: platform.variable('PUSH_TOKEN'),
  encodingAesKey: platform.variable('PUSH_AES_KEY'),
  appId: platform.variable('MINIPROGRAM_APP_ID'),
});

const queryOf = ({ queryStringParameters: query }: HttpEvent, name: 'signature' | 'msg_signature') => ({
  timestamp: query.timestamp ?? '',
  nonce: query.nonce ?? '',
  signature: query[name] ?? '',
});

function refuseStale(platform: Platform, timestamp: string): void {
  const atMs = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1000 : Number.NaN;
  if (!(Math.abs(platform.nowMs() - atMs) <= TOLERANCE_MS)) throw new Refusal('TIMESTAMP_OUT_OF_RANGE');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('INVALID_INPUT', { field: 'body', reason: '内容不是有效的 JSON' });
  }
}

/** What WeChat sends when somebody enters the address at its console: `echostr` goes back as it came. */
export function answerAddressCheck(platform: Platform, event: HttpEvent): string {
  const query = queryOf(event, 'signature');
  if (!isAddressCheck(pushKeysOf(platform), query)) throw new Refusal('SIGNATURE_WRONG');
  refuseStale(platform, query.timestamp);
  return event.queryStringParameters.echostr ?? '';
}

/** The message of a push, when it is WeChat's own, for this application and not an old one. */
export function readPush(platform: Platform, event: HttpEvent): unknown {
  const body = rawBody(event);
  if (body.byteLength > LARGEST_BODY_BYTES) throw new Refusal('PAYLOAD_TOO_LARGE');
  const sealed = envelope.safeParse(jsonOf(body.toString('utf8')));
  const query = queryOf(event, 'msg_signature');
  const keys = pushKeysOf(platform);
  if (!sealed.success || !isSealedByWechat(keys, query, sealed.data.Encrypt)) {
    throw new Refusal('SIGNATURE_WRONG');
  }
  refuseStale(platform, query.timestamp);
  const message = openPush(keys, sealed.data.Encrypt);
  if (message === null) throw new Refusal('SIGNATURE_WRONG');
  return jsonOf(message);
}
