/**
 * `node test/bench/build-bench.mjs`: brings everything that `npm run bench` runs up to date with the sources. A process of
 * its own, because esbuild does not run inside of jest's sandbox.
 */
import process from 'node:process';
import { bundleLocal } from '../../local/build/bundle-local.mjs';
import { commands } from '../../local/build/commands.mjs';
import { runChild } from '../../local/build/run-child.mjs';

const root = process.cwd();
const entries = [commands.build, commands.bench].flatMap(command => [command?.entry, command?.starts].flat());
const bundled = await bundleLocal(
  root,
  entries.filter(entry => entry !== undefined),
);
if (bundled !== 0) process.exit(bundled);
const { code } = await runChild(process.execPath, ['dist/local/build.js', '--quiet'], { cwd: root });
process.exit(code);
