import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { CloudOptions } from './cloud';

const defaultPort = 8788;
const highestPort = 65_535;

export const usage =
  'npm run cloud -- [--port 0…65535] [--data DIR] [--functions DIR] [--start-at 2026-01-01T00:00:00Z]';

/**
 * @param folder what relative paths start from
 * @throws with the usage when a flag is unknown or its value is none
 */
export function parseCloudArguments(given: string[], folder: string): CloudOptions {
  const flags = readFlags(given);
  const functionsFolder = functionsFolderOf(flags.functions, folder);
  return {
    port: portOf(flags.port),
    dataFolder: path.resolve(folder, flags.data ?? 'data/cloud'),
    ...(functionsFolder === undefined ? {} : { functionsFolder }),
    ...(flags['start-at'] === undefined ? {} : { startAtMs: timeOf(flags['start-at']) }),
  };
}

function readFlags(given: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: given, options: { port: text, data: text, functions: text, 'start-at': text } })
      .values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\nusage: ${usage}`);
  }
}

function portOf(value: string | undefined): number {
  const port = value === undefined ? defaultPort : Number(value);
  if (value?.trim() !== '' && Number.isInteger(port) && port >= 0 && port <= highestPort) return port;
  throw new Error(`--port ${value} is not a port\nusage: ${usage}`);
}

/** Without the flag the built product is taken where there is one; an endpoint without functions is fine, too. */
function functionsFolderOf(value: string | undefined, folder: string): string | undefined {
  if (value !== undefined) return path.resolve(folder, value);
  const built = path.resolve(folder, 'dist/cloudfunctions');
  return existsSync(path.join(built, 'manifest.json')) ? built : undefined;
}

/** Milliseconds since 1970 or an ISO time. */
function timeOf(value: string): number {
  const atMs = /^\d+$/.test(value) ? Number(value) : Date.parse(value);
  if (Number.isFinite(atMs)) return atMs;
  throw new Error(`--start-at ${value} is not a time\nusage: ${usage}`);
}
