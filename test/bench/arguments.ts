import path from 'node:path';
import { parseArgs } from 'node:util';
import { benches } from './registry';

export interface BenchArguments {
  /** Where the rows go. */
  jsonFile: string | null;
  /** Name of the one bench to run. */
  only: string | null;
  isQuick: boolean;
  /** Where the measured processes write their profiles. */
  profileFolder: string | null;
}

export const usage = [
  'npm run bench [-- --json FILE] [--only NAME] [--profile DIR] [--quick]',
  '  --json FILE  writes a list of {name, value, unit, goal, pass}',
  '  --quick      one tiny round of everything: shows that it runs, says nothing about speed',
  '  --profile DIR  lets the measured processes write .cpuprofile files, which costs time of its own',
  '  --only NAME  one of',
  ...benches.map(({ name, purpose }) => `    ${name.padEnd(14)} ${purpose}`),
].join('\n');

/** @throws with the usage when a flag or a bench is unknown */
export function parseBenchArguments(given: string[], folder: string): BenchArguments {
  try {
    const text = { type: 'string' } as const;
    const options = { json: text, only: text, profile: text, quick: { type: 'boolean' } } as const;
    const { json, only, profile, quick } = parseArgs({ args: given, options }).values;
    if (only !== undefined && !benches.some(({ name }) => name === only))
      throw new Error(`no bench is called ${only}`);
    return {
      jsonFile: json === undefined ? null : path.resolve(folder, json),
      only: only ?? null,
      isQuick: quick === true,
      profileFolder: profile === undefined ? null : path.resolve(folder, profile),
    };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${usage}`);
  }
}
