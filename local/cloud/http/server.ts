import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Dispatcher } from './dispatcher';

/** A body that takes longer than this to arrive is cut off; no honest caller on the same machine needs it. */
const requestTimeoutMs = 30_000;
const headersTimeoutMs = 10_000;
const keepAliveMs = 65_000;

export interface RunningServer {
  port: number;
  /** Refuses new connections, lets open requests end for a moment, then cuts them off. */
  close(graceMs: number): Promise<void>;
}

/**
 * Listens on the loopback interface only.
 * @param dispatcherFor called with the port once it is known, before the first request
 */
export async function listen(
  port: number,
  dispatcherFor: (port: number) => Dispatcher,
): Promise<RunningServer> {
  let dispatcher: Dispatcher | undefined;
  const server = http.createServer((request, response) => void dispatcher?.handle(request, response));
  server.requestTimeout = requestTimeoutMs;
  server.headersTimeout = headersTimeoutMs;
  server.keepAliveTimeout = keepAliveMs;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', backlog: 1024 }, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  dispatcher = dispatcherFor(bound);
  return { port: bound, close: graceMs => close(server, graceMs) };
}

async function close(server: http.Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()));
  server.closeIdleConnections();
  const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(cutOff);
}
