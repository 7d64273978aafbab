import type { MessageAnswer } from '../../contract/subscriptions';
import { DAY_MS } from '../../platform/beijing-time';
import type { MessageConsent } from './store';

/** A refusal is respected for as long: the app does not offer the message by itself. */
export const REFUSAL_HOLDS_MS = 30 * DAY_MS;

/** More allowed sends than this are not counted: nobody needs them, and a phone could claim any number. Own judgement. */
export const MOST_LEFT = 50;

type Counted = Pick<MessageConsent, 'left' | 'latestAnswer' | 'answeredAtMs' | 'refusedAtMs'>;

const nothingYet: Counted = { left: 0, latestAnswer: null, answeredAtMs: 0, refusedAtMs: null };

/**
 * What a consent becomes by an answer: each accept is one send. A reject or a ban takes nothing back that was allowed before,
 * because WeChat does not either; `filter` says that WeChat has shown nothing. `stop` is the rider's word to the app.
 */
export function answered(before: Counted | null, answer: MessageAnswer | 'stop', nowMs: number): Counted {
  const { left, answeredAtMs, refusedAtMs } = before ?? nothingYet;
  const atMs = Math.max(nowMs, answeredAtMs + 1);
  const told = { left, latestAnswer: answer, answeredAtMs: atMs, refusedAtMs };
  if (answer === 'accept') return { ...told, left: Math.min(left + 1, MOST_LEFT), refusedAtMs: null };
  if (answer === 'stop') return { ...told, left: 0, refusedAtMs: atMs };
  return answer === 'filter' ? told : { ...told, refusedAtMs: atMs };
}

/** Whether the app may offer it by itself. */
export const mayOffer = (consent: Pick<Counted, 'left' | 'refusedAtMs'> | null, nowMs: number): boolean =>
  consent === null ||
  (consent.left === 0 && (consent.refusedAtMs === null || nowMs - consent.refusedAtMs >= REFUSAL_HOLDS_MS));
