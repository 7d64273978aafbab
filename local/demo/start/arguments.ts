import path from 'node:path';
import { readFlags } from '../command-line/read-flags';
import { wholeNumber } from '../command-line/whole-number';

export interface StartArguments {
  /** Null takes the usual one, or the next that is free. */
  port: number | null;
  dataFolder: string;
  fresh: boolean;
}

export const DEFAULT_FOLDER = 'data';

const usage = 'npm start [-- --port 端口 --data 目录 --fresh]';
const flags = { port: { type: 'string' }, data: { type: 'string' }, fresh: { type: 'boolean' } } as const;

/**
 * @param folder what a relative data folder starts from
 * @throws UsageError for an unknown flag or a wrong value
 */
export function parseStartArguments(given: readonly string[], folder: string): StartArguments {
  const { port, data = DEFAULT_FOLDER, fresh = false } = readFlags(given, flags, usage);
  return {
    port: port === undefined ? null : wholeNumber(port, { flag: '--port', least: 1, most: 65_535, usage }),
    dataFolder: path.resolve(folder, data),
    fresh,
  };
}
