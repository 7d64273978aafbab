import { miniProgramStep } from '../check/mini-program/mini-program-step';
import { runSteps } from '../check/run-steps';
import { hygieneStep } from '../check/steps/hygiene';
import { packagesStep } from '../check/steps/packages';
import { styleStep } from '../check/steps/style';
import { testsStep } from '../check/steps/tests';
import { typeSteps } from '../check/steps/types';

/** `npm run check`: everything that can be said about the sources without running the product. */
const root = process.cwd();
const steps = [
  ...typeSteps(root),
  styleStep,
  testsStep(root, 'architecture', ['test/architecture']),
  miniProgramStep(root),
  packagesStep(root),
  hygieneStep(root),
];

void runSteps(steps).then(code => {
  process.exitCode = code;
});
