import path from 'node:path';
import { parseArgs } from 'node:util';

export interface StartArguments {
  /** Null takes the usual one, or the next that is free. */
  port: number | null;
  dataFolder: string;
  fresh: boolean;
}

export const DEFAULT_FOLDER = 'data';
export const startUsage = 'npm start [-- --port 1…65535 --data 目录 --fresh]';

/** What a person typed is wrong; the message says what and how it is written. */
export class UsageError extends Error {}

/** @throws UsageError for an unknown flag or a wrong value */
export function parseStartArguments(given: readonly string[], folder: string): StartArguments {
  const flags = read(given);
  return {
    port: flags.port === undefined ? null : portOf(flags.port, startUsage),
    dataFolder: path.resolve(folder, flags.data ?? DEFAULT_FOLDER),
    fresh: flags.fresh ?? false,
  };
}

function read(given: readonly string[]) {
  try {
    return parseArgs({
      args: [...given],
      options: { port: { type: 'string' }, data: { type: 'string' }, fresh: { type: 'boolean' } },
    }).values;
  } catch (error) {
    throw new UsageError(`参数有误：${(error as Error).message}\n用法：${startUsage}`);
  }
}

export function portOf(text: string, usage: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new UsageError(`--port ${text} 不是端口号（1–65535）\n用法：${usage}`);
}
