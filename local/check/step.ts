/** What one step of a check found. */
export interface StepResult {
  passed: number;
  failed: number;
  /** Shown below the step's line: what is wrong, or what a person should know although it passed. */
  report: string;
}

export interface Step {
  name: string;
  run(): Promise<StepResult>;
}

export function stepPassed(report = ''): StepResult {
  return { passed: 1, failed: 0, report };
}

export function stepFailed(report: string): StepResult {
  return { passed: 0, failed: 1, report };
}

/** A step that stands or falls with a list of problems. */
export function problemsResult(problems: string[], note = ''): StepResult {
  return problems.length === 0
    ? stepPassed(note)
    : stepFailed([...problems, note].filter(Boolean).join('\n'));
}
