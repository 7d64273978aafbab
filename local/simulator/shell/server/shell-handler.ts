import { answerJson, answerText } from '../../../cloud/http/answer';
import type { Exchange, Handler } from '../../../cloud/http/exchange';
import { HttpError } from '../../../cloud/http/http-error';
import type { ShellSettings } from '../shell-settings';
import { bundleShell, type ShellBundle } from './bundle-shell';
import { nextTimerMs } from './next-timer';
import { shellPage } from './shell-page';

export interface ShellOptions {
  settings: ShellSettings;
  /** Cron expressions of the endpoint's timers. */
  timers: readonly string[];
}

/** Own scripts and pictures only; the frame is of the same origin. */
const policy = "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'";

/**
 * `GET /` and `/simulator/…`: the page around the phone, its script and style, and when the next timer is
 * due. The app's frame below `/app/` is the runtime's.
 */
export function shellHandler(options: ShellOptions): Handler {
  // Bundled once, at the first request for it; a failure is told to whoever asked and not kept.
  let bundling: Promise<ShellBundle> | null = null;
  const bundle = async (): Promise<ShellBundle> => {
    bundling ??= bundleShell();
    try {
      return await bundling;
    } catch (error) {
      bundling = null;
      throw error;
    }
  };
  const answers = answersOf(options, bundle);
  return async exchange => {
    if (exchange.request.method !== 'GET') throw new HttpError(405, 'GET only');
    const answer = answers.get(exchange.pathname);
    if (answer === undefined) throw new HttpError(404, 'no such path');
    exchange.response.setHeader('cache-control', 'no-cache');
    await answer(exchange);
  };
}

function answersOf(
  { settings, timers }: ShellOptions,
  bundle: () => Promise<ShellBundle>,
): Map<string, (exchange: Exchange) => Promise<void> | void> {
  return new Map([
    ['/', ({ response }) => page(response, settings)],
    ['/simulator/shell.js', async ({ response }) => script(response, (await bundle()).script)],
    ['/simulator/style.css', async ({ response }) => style(response, (await bundle()).style)],
    ['/simulator/next-timer', ({ response, search }) => nextTimer(response, search, timers)],
  ]);
}

type Response = Exchange['response'];

function page(response: Response, settings: ShellSettings): void {
  response.setHeader('content-security-policy', policy);
  answerText(response, 200, 'text/html; charset=utf-8', shellPage(settings));
}

const script = (response: Response, text: string): void =>
  answerText(response, 200, 'text/javascript; charset=utf-8', text);

const style = (response: Response, text: string): void =>
  answerText(response, 200, 'text/css; charset=utf-8', text);

function nextTimer(response: Response, search: string, timers: readonly string[]): void {
  const afterMs = Number(new URLSearchParams(search).get('after'));
  if (!Number.isSafeInteger(afterMs)) throw new HttpError(400, 'after is a time in milliseconds');
  const atMs = nextTimerMs(timers, afterMs);
  if (atMs === null) throw new HttpError(404, '没有定时任务');
  answerJson(response, 200, { atMs });
}
