import path from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { DEFAULT_FOLDER, portOf, UsageError } from '../start/arguments';

export interface TryArguments {
  rider: string;
  /** Null where the data folder knows it. */
  port: number | null;
  dataFolder: string;
  from: string | undefined;
  to: string | undefined;
  curl: boolean;
  limit: number;
}

export const DEFAULT_RIDER = 'demo-commuter-001';
const DEFAULT_LIMIT = 20;
const MOST = 500;

const text = { type: 'string' } as const;
const common = { rider: text, port: text, data: text } as const;

/** Which flags a command knows. */
export const rideFlags = { ...common, from: text, to: text, curl: { type: 'boolean' } } as const;
export const statementFlags = { ...common, limit: text } as const;

export const rideUsage =
  'npm run ride -- [--rider demo-commuter-001] [--from 站 --to 站] [--curl] [--port 端口] [--data 目录]';
export const statementUsage =
  'npm run statement -- [--rider demo-commuter-001] [--limit 20] [--port 端口] [--data 目录]';

/** @throws UsageError for an unknown flag or a wrong value */
export function parseTryArguments(
  given: readonly string[],
  folder: string,
  { flags, usage }: { flags: typeof rideFlags | typeof statementFlags; usage: string },
): TryArguments {
  const values = read(given, flags, usage);
  const { rider = DEFAULT_RIDER, port, data, from, to, curl, limit } = values;
  return {
    rider: String(rider),
    port: port === undefined ? null : portOf(String(port), usage),
    dataFolder: path.resolve(folder, String(data ?? DEFAULT_FOLDER)),
    from: from === undefined ? undefined : String(from),
    to: to === undefined ? undefined : String(to),
    curl: curl === true,
    limit: limit === undefined ? DEFAULT_LIMIT : limitOf(String(limit), usage),
  };
}

function read(given: readonly string[], options: NonNullable<ParseArgsConfig['options']>, usage: string) {
  try {
    return parseArgs({ args: [...given], options }).values;
  } catch (error) {
    throw new UsageError(`参数有误：${(error as Error).message}\n用法：${usage}`);
  }
}

function limitOf(value: string, usage: string): number {
  const limit = Number(value);
  if (/^\d+$/.test(value) && limit >= 1 && limit <= MOST) return limit;
  throw new UsageError(`--limit ${value} 应为 1–${MOST} 的整数\n用法：${usage}`);
}
