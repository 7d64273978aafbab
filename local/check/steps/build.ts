import { buildProduct } from '../../build/product/build-product';
import { problemsResult, type Step, stepPassed } from '../step';

/** The product builds; what the tests then run is this output. */
export function buildStep(root: string): Step {
  return {
    name: 'build (cloud functions and manifest)',
    run: async () => {
      try {
        const units = await buildProduct(root);
        return stepPassed(units?.map(unit => `${unit.name} ${(unit.bytes / 1024).toFixed(0)} KB`).join(', '));
      } catch (error) {
        return problemsResult([error instanceof Error ? error.message : String(error)]);
      }
    },
  };
}
