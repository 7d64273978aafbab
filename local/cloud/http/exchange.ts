import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request with what the dispatcher already knows about it. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** Path without the query, as it came. */
  pathname: string;
  /** Query without the question mark, as it came. */
  search: string;
}

export type Handler = (exchange: Exchange) => void | Promise<void>;

export function exchangeOf(request: IncomingMessage, response: ServerResponse): Exchange {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  if (mark < 0) return { request, response, pathname: url, search: '' };
  return { request, response, pathname: url.slice(0, mark), search: url.slice(mark + 1) };
}

/** First value of a header, without the array that Node gives for a few names. */
export function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The media type without its parameters. */
export function mediaType(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
