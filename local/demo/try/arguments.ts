import path from 'node:path';
import { readFlags } from '../command-line/read-flags';
import { wholeNumber } from '../command-line/whole-number';
import { DEFAULT_FOLDER } from '../start/arguments';

/** Which demo, and who of it. */
export interface TryArguments {
  rider: string;
  /** Null where the data folder knows it. */
  port: number | null;
  dataFolder: string;
}

export interface RideArguments extends TryArguments {
  from: string | undefined;
  to: string | undefined;
  /** Only print the request. */
  curl: boolean;
}

export interface StatementArguments extends TryArguments {
  /** How many entries are shown. */
  limit: number;
}

const DEFAULT_RIDER = 'demo-commuter-001';
const DEFAULT_LIMIT = '20';

const text = { type: 'string' } as const;
const common = { rider: text, port: text, data: text } as const;
const rideFlags = { ...common, from: text, to: text, curl: { type: 'boolean' } } as const;
const statementFlags = { ...common, limit: text } as const;

const whichUsage = '[--rider demo-commuter-001] [--port 端口] [--data 目录]';
const rideUsage = `npm run ride -- ${whichUsage} [--from 站] [--to 站] [--curl]`;
const statementUsage = `npm run statement -- ${whichUsage} [--limit 条数]`;

/** @throws UsageError for an unknown flag or a wrong value */
export function parseRideArguments(given: readonly string[], folder: string): RideArguments {
  const { from, to, curl = false, ...which } = readFlags(given, rideFlags, rideUsage);
  return { ...whichOf(which, folder, rideUsage), from, to, curl };
}

/** @throws UsageError for an unknown flag or a wrong value */
export function parseStatementArguments(given: readonly string[], folder: string): StatementArguments {
  const { limit = DEFAULT_LIMIT, ...which } = readFlags(given, statementFlags, statementUsage);
  const bounds = { flag: '--limit', least: 1, most: 500, usage: statementUsage };
  return { ...whichOf(which, folder, statementUsage), limit: wholeNumber(limit, bounds) };
}

function whichOf(
  { rider = DEFAULT_RIDER, port, data = DEFAULT_FOLDER }: { rider?: string; port?: string; data?: string },
  folder: string,
  usage: string,
): TryArguments {
  return {
    rider,
    port: port === undefined ? null : wholeNumber(port, { flag: '--port', least: 1, most: 65_535, usage }),
    dataFolder: path.resolve(folder, data),
  };
}
