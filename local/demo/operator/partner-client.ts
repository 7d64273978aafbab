import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { EndpointClock } from '../http/endpoint-clock';
import { type JsonAnswer, type JsonRequest, sendJson } from '../http/send-json';
import { type PartnerAccess, signedHeaders, type UnsignedRequest } from './sign-request';

const failure = z.object({ code: z.string(), message: z.string().default('') });

/** The product refused a request for good. */
export class PartnerError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(`${code} (${status}): ${message}`);
  }
}

const TRIES = 6;
const PAUSE_MS = 250;

/** A request of the operator, signed with the endpoint's time, ready to be sent or to be shown. */
export interface SignedRequest {
  url: string;
  request: JsonRequest;
}

/**
 * The operator's end of `/partner/v1/…`. Everything it sends may be sent again, so whatever looks like bad luck, such as
 * a busy product or a clock that moved on between signing and arriving, is signed anew and sent again.
 */
export class PartnerClient {
  readonly clock: EndpointClock;

  constructor(
    readonly url: string,
    readonly access: PartnerAccess,
  ) {
    this.clock = new EndpointClock(url);
  }

  async sign(method: 'GET' | 'POST', path: string, body?: object): Promise<SignedRequest> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const timestampMs = await this.clock.nowMs();
    const unsigned: UnsignedRequest = {
      method,
      path,
      text,
      timestampMs,
      nonce: randomBytes(12).toString('hex'),
    };
    const headers = signedHeaders(this.access, unsigned);
    return {
      url: `${this.url}${path}`,
      request: { method, headers, ...(body === undefined ? {} : { text }) },
    };
  }

  /** @throws PartnerError when the product says no */
  async send(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
    for (let tried = 1; ; tried += 1) {
      const { url, request } = await this.sign(method, path, body);
      const answer = await sendJson(url, request);
      if (answer.status === 200) return answer.body;
      if (tried === TRIES || !isBadLuck(answer)) throw errorOf(answer);
      await sleep(PAUSE_MS * tried);
    }
  }
}

function errorOf({ status, body }: JsonAnswer): PartnerError {
  const { code, message } = failure.catch({ code: 'NO_ANSWER', message: JSON.stringify(body) }).parse(body);
  return new PartnerError(status, code, message);
}

const isBadLuck = (answer: JsonAnswer): boolean =>
  answer.status >= 500 || answer.status === 429 || errorOf(answer).code === 'TIMESTAMP_OUT_OF_RANGE';
