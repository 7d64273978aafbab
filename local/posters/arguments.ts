import path from 'node:path';
import { readFlags } from '../demo/command-line/read-flags';

export interface PosterArguments {
  /** A file that the console has saved; null: ask the product at `url`. */
  codes: string | null;
  url: string;
  /** Member of staff who asks. */
  person: string;
  /** None: all. */
  stations: string[];
  folder: string;
  pictures: boolean;
}

const usage =
  'npm run station:posters -- [--url http://127.0.0.1:8787 [--person demo-staff-channel] | --codes 文件] [--station 站名 …] [--out 目录] [--png]';

const text = { type: 'string' } as const;
const flags = {
  codes: text,
  url: text,
  person: text,
  station: { type: 'string', multiple: true },
  out: text,
  png: { type: 'boolean' },
} as const;

/** @throws UsageError for an unknown flag */
export function parsePosterArguments(given: readonly string[], folder: string): PosterArguments {
  const { codes, url, person, station, out, png } = readFlags(given, flags, usage);
  return {
    codes: codes === undefined ? null : path.resolve(folder, codes),
    url: (url ?? 'http://127.0.0.1:8787').replace(/\/$/, ''),
    person: person ?? 'demo-staff-channel',
    stations: station ?? [],
    folder: path.resolve(folder, out ?? 'posters'),
    pictures: png ?? false,
  };
}
