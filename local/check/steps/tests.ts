import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { Step, StepResult } from '../step';

const jestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  numRuntimeErrorTestSuites: z.int(),
});

/** A suite that could not even be loaded counts as one failure, and so does every test that was left out. */
export function jestResult(reportText: string): StepResult {
  const counts = jestReport.parse(JSON.parse(reportText));
  const leftOut = counts.numPendingTests + counts.numTodoTests;
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites + leftOut;
  const nothingRan = failed === 0 && counts.numPassedTests === 0;
  const notes = [
    leftOut > 0 ? `${leftOut} tests were left out; here that is a failure` : '',
    nothingRan ? 'no test ran' : '',
  ];
  return {
    passed: counts.numPassedTests,
    failed: nothingRan ? 1 : failed,
    report: notes.filter(Boolean).join('\n'),
  };
}

/** jest over everything below `only` (everything at all by default), its own output shown as it comes. */
export function testsStep(root: string, name: string, jestArguments: string[] = []): Step {
  return {
    name,
    run: async () => {
      const report = path.join(root, 'dist', `jest-${process.pid}.json`);
      const jest = path.join(root, 'node_modules/jest/bin/jest.js');
      const fixed = ['--maxWorkers=2', '--json', `--outputFile=${report}`, '--passWithNoTests'];
      await runVisibly(process.execPath, [jest, ...fixed, ...jestArguments]);
      try {
        return jestResult(readFileSync(report, 'utf8'));
      } finally {
        rmSync(report, { force: true });
      }
    },
  };
}

/** jest writes its JSON to stdout as well; its progress goes to stderr, and only that is for people. */
function runVisibly(program: string, programArguments: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, { stdio: ['ignore', 'ignore', 'inherit'] });
    const stop = (signal: NodeJS.Signals) => child.kill(signal);
    process.once('SIGTERM', stop).once('SIGINT', stop);
    child.once('error', reject);
    child.once('close', () => resolve());
  });
}
