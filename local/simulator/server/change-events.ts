import type { ServerResponse } from 'node:http';

/** Open pages that want to hear when the app has changed (server-sent events). */
export class ChangeEvents {
  readonly #listeners = new Set<ServerResponse>();

  add(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': open\n\n');
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
  }

  tell(): void {
    for (const response of this.#listeners) response.write('event: change\ndata: {}\n\n');
  }

  close(): void {
    for (const response of this.#listeners) response.end();
  }
}
