import { runSteps } from '../check/run-steps';
import { buildStep } from '../check/steps/build';
import { hygieneStep } from '../check/steps/hygiene';
import { packagesStep } from '../check/steps/packages';
import { styleStep } from '../check/steps/style';
import { testsStep } from '../check/steps/tests';
import { typeSteps } from '../check/steps/types';

/**
 * `npm test`, and `npm run soak` with SOAK=1 in the environment: all steps, then every test; arguments go to jest.
 * It closes with the line `N passed, N failed`, in which each step counts as one.
 */
const root = process.cwd();
const steps = [
  ...typeSteps(root),
  styleStep,
  packagesStep(root),
  hygieneStep(root),
  buildStep(root),
  testsStep(root, process.env.SOAK ? 'tests, long rounds' : 'tests', process.argv.slice(2)),
];

void runSteps(steps).then(code => {
  process.exitCode = code;
});
