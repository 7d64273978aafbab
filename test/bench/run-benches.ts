import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Bench, BenchContext, Measurement } from './bench';
import type { Processes } from './processes/processes';
import { Programs } from './processes/programs';
import type { Progress } from './progress';

/** What a round is cut down to when it has to be quick. */
const QUICK_AMOUNT = 3;

export interface BenchRun {
  root: string;
  /** For everything that the benches write. */
  folder: string;
  isQuick: boolean;
  /** Where profiles go; null for none. */
  profileFolder: string | null;
  progress: Progress;
  processes: Processes;
}

export interface BenchResults {
  measurements: Measurement[];
  /** Names of benches that could not be run. */
  failed: string[];
}

/** Runs the benches one after the other. One that fails says why and does not keep the others from running. */
export async function runBenches(benches: readonly Bench[], run: BenchRun): Promise<BenchResults> {
  const results: BenchResults = { measurements: [], failed: [] };
  for (const [at, bench] of benches.entries()) {
    run.progress.begin(`${at + 1}/${benches.length} ${bench.name}: ${bench.purpose}`);
    const folder = path.join(run.folder, bench.name);
    mkdirSync(folder, { recursive: true });
    try {
      results.measurements.push(...(await bench.run(contextOf(run, folder))));
    } catch (error) {
      results.failed.push(bench.name);
      run.progress.tell(`${bench.name} could not be measured: ${(error as Error).stack}`);
    }
    rmSync(folder, { recursive: true, force: true });
  }
  run.progress.end();
  return results;
}

function contextOf(run: BenchRun, folder: string): BenchContext {
  const { root, isQuick, profileFolder, progress, processes } = run;
  return {
    root,
    folder,
    programs: new Programs(root, folder),
    processes,
    isQuick,
    rounds: usual => (isQuick ? 1 : usual),
    amount: usual => (isQuick ? Math.min(usual, QUICK_AMOUNT) : usual),
    nodeFlags: profileFolder === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`],
    say: text => progress.say(text),
  };
}
