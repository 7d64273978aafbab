import { randomBytes } from 'node:crypto';
import { answerJson, answerText } from '../../cloud/http/answer';
import type { Exchange, Handler } from '../../cloud/http/exchange';
import { HttpError } from '../../cloud/http/http-error';
import type { Progress } from '../month/run-month';
import { wakingPage } from './waking-page';

/** How far the month is, for whoever looks before it is there; the pages answer the same path when it is. */
export interface WakingState {
  filling: boolean;
  /** From 0 to 1. */
  share: number;
  daysDone: number;
  daysInAll: number;
}

export interface WakingRoutes {
  /** `GET /`: a page that shows the progress and turns into the app by itself. */
  page: Handler;
  /** `GET /operator/state` answers WakingState. */
  state: Handler;
}

/**
 * What stands on the port while the demo's clock jumps through its month. Nobody is let in before: a code that is drawn
 * then has run out a moment later, and pages show what is no longer true.
 */
export function wakingRoutes(progress: () => Progress | null): WakingRoutes {
  return {
    page: exchange => {
      refuseUnless(exchange, '/');
      const nonce = randomBytes(16).toString('base64');
      const { response } = exchange;
      response.setHeader('content-security-policy', policyOf(nonce));
      response.setHeader('cache-control', 'no-store');
      answerText(response, 200, 'text/html; charset=utf-8', wakingPage(nonce));
    },
    state: exchange => {
      refuseUnless(exchange, '/operator/state');
      answerJson(exchange.response, 200, stateOf(progress()));
    },
  };
}

function refuseUnless({ request, pathname }: Exchange, path: string): void {
  if (request.method === 'GET' && pathname === path) return;
  throw new HttpError(503, '城市正在醒来：演示的一个月到齐之前，这里还没有东西');
}

function stateOf(progress: Progress | null): WakingState {
  const { share, daysDone, daysInAll } = progress ?? { share: 0, daysDone: 0, daysInAll: 0 };
  return { filling: true, share, daysDone, daysInAll };
}

const policyOf = (nonce: string): string =>
  `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; img-src data:; ` +
  "base-uri 'none'; frame-ancestors 'none'";
