/**
 * `npm run bench [-- --json FILE] [--only NAME] [--profile DIR] [--quick]`: measures against the goals and prints a table. Exit code 0 when
 * everything could be measured, whether or not each goal is met: that is for people to judge, on a machine that they know.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BenchArguments, parseBenchArguments } from './arguments';
import { Processes } from './processes/processes';
import { Progress } from './progress';
import { benches } from './registry';
import { rowOf } from './report/row';
import { tableOf } from './report/table';
import { runBenches } from './run-benches';

async function main({ jsonFile, only, ...options }: BenchArguments): Promise<number> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tandiandian-bench-'));
  // Made first, so that processes are killed before their folder goes; one may still be about to end.
  const processes = new Processes();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  const chosen = benches.filter(({ name }) => only === null || name === only);
  const run = { ...options, root: process.cwd(), folder, progress: new Progress(), processes };
  const { measurements, failed } = await runBenches(chosen, run);
  const rows = measurements.map(rowOf);
  process.stdout.write(`${tableOf(measurements)}\n`);
  if (jsonFile !== null) writeFileSync(jsonFile, `${JSON.stringify(rows, null, 2)}\n`);
  if (failed.length > 0) process.stdout.write(`could not be measured: ${failed.join(', ')}\n`);
  return failed.length === 0 ? 0 : 1;
}

async function start(): Promise<number> {
  try {
    return await main(parseBenchArguments(process.argv.slice(2), process.cwd()));
  } catch (error) {
    process.stderr.write(`bench: ${(error as Error).message}\n`);
    return 1;
  }
}

void start().then(code => process.exit(code));
