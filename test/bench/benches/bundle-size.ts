import { statSync } from 'node:fs';
import type { Bench } from '../bench';
import { builtFunctions } from '../product/functions-folder';

const BYTES_A_MEGABYTE = 1_000_000;

/** Size of each function's one file, as it is deployed. */
export const bundleSize: Bench = {
  name: 'bundle-size',
  purpose: 'size of each function’s bundle',
  run: async context =>
    builtFunctions(context).map(({ name, file }) => ({
      name: `bundle-size/${name}`,
      unit: 'MB',
      value: statSync(file).size / BYTES_A_MEGABYTE,
      goal: { atMost: 1.35 },
    })),
};
