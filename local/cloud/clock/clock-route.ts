import * as z from 'zod';
import { answerJson } from '../http/answer';
import type { Handler } from '../http/exchange';
import { HttpError } from '../http/http-error';
import { readJsonBody } from '../http/json-body';
import type { TimerService } from '../timers/timer-service';
import { type Clock, ClockBackwardsError } from './clock';

const bodyBytes = 1024;
/** Year 9999: what a Date can hold ends later, what a database date can show ends here. */
const latestMs = 253_402_300_799_999;

/** Longer walks would run so many triggers that nobody would wait for the answer; jump instead. */
const longestWalkMs = 400 * 24 * 3_600_000;

const movement = z.union([
  z.strictObject({ nowMs: z.int().min(0).max(latestMs) }),
  z.strictObject({ advanceMs: z.int().min(0).max(longestWalkMs) }),
]);

/**
 * `GET /clock` reads the clock; `POST /clock {advanceMs}` walks, running due triggers on the way, and `{nowMs}` jumps.
 * Both answer `{nowMs}` when they are done; going backwards is refused with 400.
 */
export function clockRoute(clock: Clock, timers: TimerService): Handler {
  return async exchange => {
    if (exchange.request.method !== 'GET') await move(timers, await readJsonBody(exchange, bodyBytes));
    answerJson(exchange.response, 200, { nowMs: clock.nowMs() });
  };
}

async function move(timers: TimerService, body: unknown): Promise<void> {
  const parsed = movement.safeParse(body);
  if (!parsed.success)
    throw new HttpError(400, 'send {"nowMs": …} or {"advanceMs": …} in whole milliseconds, at most 400 days');
  try {
    if ('nowMs' in parsed.data) await timers.jumpTo(parsed.data.nowMs);
    else await timers.advance(parsed.data.advanceMs);
  } catch (error) {
    if (error instanceof ClockBackwardsError) throw new HttpError(400, error.message);
    throw error;
  }
}
