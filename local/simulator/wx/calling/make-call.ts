import type { WxOptions } from '../wx-host';
import { isObject } from './options';
import { failureOf } from './wx-failure';

/** What a call does; it may be asynchronous, and throw WxFailure. An object that it answers stands beside errMsg. */
export type Work = (options: WxOptions) => unknown;

export type WxCall = (options?: unknown) => Promise<object> | undefined;

const callbackNames = ['success', 'fail', 'complete'] as const;

/**
 * A call in WeChat's manner: with any of success, fail and complete it answers to them and returns nothing, otherwise it
 * returns a promise, which rejects with a plain object. Answers never come before the call has returned.
 */
export function makeCall(name: string, work: Work): WxCall {
  return given => {
    const options = optionsOf(given);
    const settled = settle(name, work, options);
    if (!callbackNames.some(callback => typeof options[callback] === 'function')) return settled;
    settled.then(
      answer => tell(options, 'success', answer),
      (failure: unknown) => tell(options, 'fail', failure),
    );
    return undefined;
  };
}

/** Many calls at once, by their names. */
export function makeCalls<Names extends string>(works: Record<Names, Work>): Record<Names, WxCall> {
  const calls = Object.entries<Work>(works).map(([name, work]) => [name, makeCall(name, work)]);
  return Object.fromEntries(calls) as Record<Names, WxCall>;
}

function optionsOf(given: unknown): WxOptions {
  return typeof given === 'object' && given !== null ? (given as WxOptions) : {};
}

async function settle(name: string, work: Work, options: WxOptions): Promise<object> {
  // Even work that is done at once is answered later: programs rely on the order.
  await Promise.resolve();
  try {
    const answer = await work(options);
    return { ...(isObject(answer) ? answer : {}), errMsg: `${name}:ok` };
  } catch (error) {
    throw failureOf(name, error);
  }
}

/** One callback that throws must not keep the other from being called. */
function tell(options: WxOptions, callback: 'success' | 'fail', answer: unknown): void {
  for (const each of [callback, 'complete']) {
    const listener = options[each];
    if (typeof listener === 'function') queueMicrotask(() => listener(answer));
  }
}
