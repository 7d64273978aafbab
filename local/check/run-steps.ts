import type { Step, StepResult } from './step';

/** Where the progress goes; the tests put a list here. */
export type Print = (text: string) => void;

const printToTerminal: Print = text => {
  process.stdout.write(text);
};

/**
 * Runs every step, one after the other and whatever failed before, so that one run shows everything that is wrong.
 * @returns the process's exit code: 0 only when something passed and nothing failed
 */
export async function runSteps(steps: Step[], print: Print = printToTerminal): Promise<number> {
  let passed = 0;
  let failed = 0;
  for (const step of steps) {
    print(`… ${step.name}\n`);
    const startedAtMs = performance.now();
    const result = await resultOf(step);
    const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
    print(`${result.failed === 0 ? '✓' : '✗'} ${step.name} (${seconds} s)\n${indented(result.report)}`);
    passed += result.passed;
    failed += result.failed;
  }
  print(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

async function resultOf(step: Step): Promise<StepResult> {
  try {
    return await step.run();
  } catch (error) {
    return {
      passed: 0,
      failed: 1,
      report: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

/** A tool that finds hundreds of problems would push the other steps off the screen. */
const mostReportLines = 120;

function indented(report: string): string {
  if (report.trim() === '') return '';
  const lines = report.trimEnd().split('\n');
  const left = lines.length - mostReportLines;
  const shown = left > 0 ? [...lines.slice(0, mostReportLines), `… and ${left} more lines`] : lines;
  return `${shown.map(line => `    ${line}`).join('\n')}\n`;
}
