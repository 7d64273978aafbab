import type { IncomingMessage } from 'node:http';

export interface Refusal {
  status: number;
  message: string;
}

/**
 * Any web page can send requests to a port of this machine, and a name that a stranger controls can be made to point to
 * 127.0.0.1. So the Host must be ours (against DNS rebinding) and a browser's request must come from our own pages.
 */
export class RequestGuard {
  readonly #hosts: Set<string>;
  readonly #origins: Set<string>;

  constructor(port: number) {
    const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
    this.#hosts = new Set(hosts);
    this.#origins = new Set(hosts.map(host => `http://${host}`));
  }

  refusal(request: IncomingMessage): Refusal | null {
    const { host, origin } = request.headers;
    if (host === undefined || !this.#hosts.has(host)) return { status: 403, message: 'unknown Host' };
    if (origin !== undefined && !this.#origins.has(origin)) return { status: 403, message: 'foreign Origin' };
    if (isCrossSite(request)) return { status: 403, message: 'cross-site request' };
    return null;
  }
}

/** Browsers say where a request came from; following a link to a page of ours is the one thing others may do. */
function isCrossSite(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  return request.method !== 'GET' || request.headers['sec-fetch-mode'] !== 'navigate';
}
