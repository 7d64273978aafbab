/**
 * `node test/support/build-product.mjs`: brings the built functions, and the program that runs them, up to date with the
 * sources. A process of its own, because esbuild does not run inside of jest's sandbox.
 */
import process from 'node:process';
import { bundleLocal } from '../../local/build/bundle-local.mjs';
import { runChild } from '../../local/build/run-child.mjs';

const root = process.cwd();
const bundled = await bundleLocal(root, [
  'local/commands/build.ts',
  'local/cloud/runner/function-process.ts',
]);
if (bundled !== 0) process.exit(bundled);
const { code } = await runChild(process.execPath, ['dist/local/build.js', '--quiet'], { cwd: root });
process.exit(code);
