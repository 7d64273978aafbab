import type { RunningCall } from '../../runner/running-call';

/** Media that a function passes to an open API; everything else arrives as the JSON value it was. */
export interface OpenApiMedia {
  filename: string;
  bytes: Buffer;
}

export interface OpenApiRequest {
  /** In snake case, as WeChat's HTTP interface names the fields. */
  parameters: Record<string, unknown>;
  /** The function that calls; null for callers outside of any function. */
  call: RunningCall | null;
}

/** JSON answers carry `errcode` and `errmsg` where WeChat would report a failure of its own; media go as bytes. */
export type OpenApiAnswer = Record<string, unknown> | { contentType: string; bytes: Buffer };

export type OpenApiHandler = (request: OpenApiRequest) => OpenApiAnswer | Promise<OpenApiAnswer>;

/** The open APIs that this endpoint plays WeChat's part in, by name as in `cloud.openapi.<name>`. */
export class OpenApiRegistry {
  readonly #handlers = new Map<string, OpenApiHandler>();

  /** @throws when the name is taken: two features must not answer for the same API */
  register(name: string, handler: OpenApiHandler): void {
    if (this.#handlers.has(name)) throw new Error(`the open API ${name} is registered already`);
    this.#handlers.set(name, handler);
  }

  handler(name: string): OpenApiHandler | undefined {
    return this.#handlers.get(name);
  }
}
