/**
 * Stands between the SDK of this process and the endpoint: it notes each database call with its size, and loses calls
 * or their answers as a network does.
 */
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Cloud } from '../../local/cloud';

export interface ProxiedCall {
  /** `database.insertDocument` and so on. */
  action: string;
  collection: string | undefined;
  bytes: number;
}

/** `request`: the endpoint never hears of the call. `answer`: it does the work, and nobody hears of it. */
export type Loss = { at: number; lost: 'request' | 'answer' };

export class DatabaseProxy {
  calls: ProxiedCall[] = [];
  /** Which calls from now on are lost, counted from 0 since `reset`. */
  losses: Loss[] = [];

  private constructor(
    readonly cloud: Cloud,
    private readonly close: () => Promise<void>,
  ) {}

  static async open(cloud: Cloud): Promise<DatabaseProxy> {
    const server = createServer((incoming, response) => void proxy.serve(incoming, response));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const configuration = process.env.TCB_CONTEXT_CNFG;
    const proxy = new DatabaseProxy(cloud, async () => {
      process.env.TCB_CONTEXT_CNFG = configuration;
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    });
    const { port } = server.address() as AddressInfo;
    // The SDK reads it at each call.
    process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` });
    return proxy;
  }

  reset(...losses: Loss[]): void {
    this.calls = [];
    this.losses = losses;
  }

  stop(): Promise<void> {
    return this.close();
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { action, collectionName: collection } = JSON.parse(body.toString()) as Record<string, string>;
    const loss = this.losses.find(({ at }) => at === this.calls.length);
    this.calls.push({ action: action ?? '', collection, bytes: body.length });
    if (loss?.lost === 'request') incoming.socket.destroy();
    else
      this.forward(incoming, body, answer => {
        if (loss) incoming.socket.destroy();
        else response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
      });
  }

  private forward(incoming: IncomingMessage, body: Buffer, done: (answer: Buffer) => void): void {
    const target = new URL(incoming.url ?? '/', this.cloud.url);
    const headers = { ...incoming.headers, host: target.host, 'content-length': body.length };
    delete headers['transfer-encoding'];
    const outgoing = httpRequest(target, { method: 'POST', headers }, async answer => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      done(Buffer.concat(chunks));
    });
    outgoing.end(body);
  }
}
