import * as z from 'zod';
import { type JsonAnswer, sendJson } from './send-json';

const reading = z.object({ nowMs: z.number() });

/** The endpoint's clock, which the demo walks from a month ago to now. */
export class EndpointClock {
  constructor(readonly url: string) {}

  async nowMs(): Promise<number> {
    return read(await sendJson(`${this.url}/clock`, { method: 'GET' }));
  }

  /** Leaves out the timers in between, as if the machine had been switched off. */
  async jumpTo(nowMs: number): Promise<number> {
    return this.#move({ nowMs });
  }

  /** Runs every timer that is due on the way. */
  async walk(advanceMs: number): Promise<number> {
    return this.#move({ advanceMs });
  }

  async #move(movement: object): Promise<number> {
    return read(await sendJson(`${this.url}/clock`, { method: 'POST', text: JSON.stringify(movement) }));
  }
}

function read({ status, body }: JsonAnswer): number {
  if (status !== 200) throw new Error(`the clock answered ${status}: ${JSON.stringify(body)}`);
  return reading.parse(body).nowMs;
}
