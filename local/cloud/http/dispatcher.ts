import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson } from './answer';
import { type Exchange, exchangeOf, type Handler } from './exchange';
import type { RequestGuard } from './guard';
import { HttpError } from './http-error';
import { BodyAbortedError, BodyTooLargeError } from './read-body';

/**
 * Gives each request to the handler of its first path segment, else to the longest mounted prefix, else to 404.
 * Nothing that a handler throws gets past it.
 */
export class Dispatcher {
  readonly #own = new Map<string, Handler>();
  readonly #mounted = new Map<string, Handler>();

  constructor(readonly guard: RequestGuard) {}

  /** For the endpoint's own routes, by the first segment of the path. */
  own(segment: string, handler: Handler): void {
    this.#own.set(segment, handler);
  }

  isOwn(prefix: string): boolean {
    return this.#own.has(firstSegment(prefix));
  }

  /** For the routes of functions and the pages of `npm start`; a prefix matches whole segments, `/` matches all. */
  mount(prefix: string, handler: Handler): () => void {
    if (!prefix.startsWith('/')) throw new Error(`a mounted prefix starts with a slash, ${prefix} does not`);
    if (this.isOwn(prefix)) throw new Error(`${prefix} is a route of the endpoint itself`);
    this.#mounted.set(prefix, handler);
    return () => {
      if (this.#mounted.get(prefix) === handler) this.#mounted.delete(prefix);
    };
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const refusal = this.guard.refusal(request);
      if (refusal !== null) throw new HttpError(refusal.status, refusal.message);
      const exchange = exchangeOf(request, response);
      const handler = this.#own.get(firstSegment(exchange.pathname)) ?? this.#mountedHandler(exchange);
      if (handler === undefined) throw new HttpError(404, 'no such path');
      await handler(exchange);
    } catch (error) {
      answerFailure(response, error);
    }
  }

  #mountedHandler({ pathname }: Exchange): Handler | undefined {
    let best: string | undefined;
    for (const prefix of this.#mounted.keys()) {
      if (matches(prefix, pathname) && prefix.length > (best?.length ?? 0)) best = prefix;
    }
    return best === undefined ? undefined : this.#mounted.get(best);
  }
}

function firstSegment(pathname: string): string {
  const end = pathname.indexOf('/', 1);
  return end < 0 ? pathname.slice(1) : pathname.slice(1, end);
}

function matches(prefix: string, pathname: string): boolean {
  return prefix === '/' || pathname === prefix || pathname.startsWith(`${prefix}/`);
}

function answerFailure(response: ServerResponse, error: unknown): void {
  if (error instanceof BodyAbortedError) {
    response.destroy();
  } else if (error instanceof HttpError) {
    refuse(response, error.status, 'INVALID_REQUEST', error.message);
  } else if (error instanceof BodyTooLargeError) {
    refuse(response, 413, 'EXCEED_MAX_PAYLOAD_SIZE', error.message);
  } else {
    process.stderr.write(
      `cloud: a handler failed: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
    refuse(response, 500, 'SYS_ERR', 'internal error');
  }
}

/** The connection is closed after a refusal: what is left of the body is not worth waiting for. */
function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
  answerJson(response, status, { code, message });
}
