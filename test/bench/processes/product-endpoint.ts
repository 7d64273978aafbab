import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CallRecord } from '../../../local/cloud';
import type { BenchContext } from '../bench';
import { AdminClient } from '../http/admin-client';
import { type ChosenFunctions, writeFunctions } from '../product/functions-folder';
import { type Endpoint, startEndpoint } from './endpoint';

/** Rides come through `partner`; the rest is use cases by themselves. */
const usual: ChosenFunctions = { built: ['partner'], own: ['post', 'tokens', 'trade'] };

/** The endpoint with functions of the product and of the bench's own, as a client sees it. */
export class ProductEndpoint {
  private constructor(
    readonly endpoint: Endpoint,
    readonly admin: AdminClient,
  ) {}

  /** Runs a measurement on an endpoint of its own, and ends it whatever happens. */
  static async during<Result>(
    context: BenchContext,
    measure: (product: ProductEndpoint) => Promise<Result>,
    functions: ChosenFunctions = usual,
  ): Promise<Result> {
    const functionsFolder = await writeFunctions(context, functions);
    const endpoint = await startEndpoint(context, { functionsFolder });
    const admin = await AdminClient.open(endpoint.port);
    try {
      return await measure(new ProductEndpoint(endpoint, admin));
    } finally {
      admin.close();
      await endpoint.stop();
    }
  }

  /** The environment of the functions, secrets included. */
  environment(): Record<string, string> {
    const file = path.join(this.endpoint.dataFolder, 'environment.json');
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  }

  /** Calls a function as the mini-program would. */
  async call<Answer>(name: string, event: object): Promise<Answer> {
    const { result, errMsg } = (await this.send(`/call/${name}`, JSON.stringify(event), {
      'x-wx-openid': 'o-bench',
    })) as { result?: Answer; errMsg?: string };
    if (result === undefined) throw new Error(`function ${name}: ${errMsg}`);
    return result;
  }

  /** Posts a JSON text. Throws for anything but status 200. */
  async send(route: string, text: string, headers: Record<string, string>): Promise<unknown> {
    const response = await fetch(`${this.endpoint.url}${route}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: text,
    });
    if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  /** The last calls of functions with their costs, newest first. */
  async lastCalls(count: number): Promise<CallRecord[]> {
    const response = await fetch(`${this.endpoint.url}/calls?limit=${count}`);
    return ((await response.json()) as { calls: CallRecord[] }).calls;
  }

  async advanceClock(advanceMs: number): Promise<void> {
    await this.send('/clock', JSON.stringify({ advanceMs }), {});
  }

  /** The endpoint's time. */
  async nowMs(): Promise<number> {
    const response = await fetch(`${this.endpoint.url}/health`);
    return ((await response.json()) as { nowMs: number }).nowMs;
  }
}
