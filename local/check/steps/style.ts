import { runPackageProgram } from '../run-program';
import { problemsResult, type Step } from '../step';

/** Format and lint rules of biome.json over the whole project. */
export const styleStep: Step = {
  name: 'style (biome)',
  run: async () => {
    const { code, output } = await runPackageProgram('@biomejs/biome', 'bin/biome', [
      'check',
      '--error-on-warnings',
      '--max-diagnostics=20',
    ]);
    return problemsResult(code === 0 ? [] : [output]);
  },
};
