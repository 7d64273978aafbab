import { readdirSync } from 'node:fs';
import { runPackageProgram } from '../run-program';
import { problemsResult, type Step } from '../step';

/** One step for each tsconfig at the top: every room is checked with the types of the machine it runs on. */
export function typeSteps(root: string): Step[] {
  const configurations = readdirSync(root).filter(file => /^tsconfig(?:\.[a-z]+)?\.json$/.test(file));
  return configurations.sort().map(configuration => ({
    name: `types (${configuration})`,
    run: async () => {
      const { code, output } = await runPackageProgram('typescript', 'bin/tsc', [
        '--noEmit',
        '-p',
        configuration,
      ]);
      return problemsResult(code === 0 ? [] : [output]);
    },
  }));
}
