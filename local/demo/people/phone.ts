import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { sendJson } from '../http/send-json';

const answer = z.object({
  result: z.union([
    z.object({ ok: z.literal(true), data: z.unknown() }),
    z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
  ]),
});

/** A procedure said no; `message` is what a person would read. */
export class PhoneError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const TRIES = 6;
const PAUSE_MS = 250;
const passing = ['TRY_AGAIN', 'INTERNAL', 'RATE_LIMITED'];

/** A demo person's phone: what the mini-program's `wx.cloud.callFunction` does, over HTTP. */
export class Phone {
  constructor(
    readonly url: string,
    readonly openid: string,
    /** The function that is called. */
    readonly unit: 'api' | 'staff' = 'api',
  ) {}

  /**
   * @param requestId for procedures that change something: the same id never has two effects, so a retry repeats it
   * @throws PhoneError when the procedure says no
   */
  async call<Data>(
    shape: z.ZodType<Data>,
    procedure: string,
    input: object,
    requestId?: string,
  ): Promise<Data> {
    for (let tried = 1; ; tried += 1) {
      const result = await this.#once({
        procedure,
        input,
        ...(requestId === undefined ? {} : { requestId }),
      });
      if (result.ok) return shape.parse(result.data);
      const { code, message } = result.error;
      if (tried === TRIES || !passing.includes(code)) throw new PhoneError(code, message);
      await sleep(PAUSE_MS * tried);
    }
  }

  async #once(event: object) {
    const { status, body } = await sendJson(`${this.url}/call/${this.unit}`, {
      method: 'POST',
      headers: { 'x-wx-openid': this.openid },
      text: JSON.stringify(event),
    });
    const parsed = answer.safeParse(body);
    if (!parsed.success) throw new PhoneError('NO_ANSWER', `${status} ${JSON.stringify(body)}`);
    return parsed.data.result;
  }
}
