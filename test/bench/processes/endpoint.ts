import path from 'node:path';
import type { BenchContext } from '../bench';
import { startMetered } from './metered-process';
import type { Server } from './null-server';

export interface Endpoint extends Server {
  readonly url: string;
  /** Holds its database, and `environment.json`. */
  readonly dataFolder: string;
}

/** Early in the morning, so that a day of rides lies behind; a second past the minute, so that no timer comes soon. */
const START_AT = '2026-11-10T08:00:01+08:00';

export interface EndpointOptions {
  /** Folder with manifest.json. */
  functionsFolder: string;
  /** A program that runs Node, such as a tracer, with its own arguments. */
  runBy?: readonly string[];
}

/** The endpoint as `npm run cloud` starts it, in a process of its own, on a fresh data folder. */
export async function startEndpoint(context: BenchContext, options: EndpointOptions): Promise<Endpoint> {
  const dataFolder = path.join(context.folder, 'data');
  const flags = { port: '0', data: dataFolder, functions: options.functionsFolder, 'start-at': START_AT };
  const started = await startMetered(context, {
    program: path.join(context.root, 'dist/local/cloud.js'),
    arguments: Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, value]),
    readyLine: /^cloud ready (\S+)$/m,
    ...(options.runBy !== undefined && { runBy: options.runBy }),
  });
  const url = started.ready;
  return { ...started, url, port: Number(new URL(url).port), dataFolder };
}
