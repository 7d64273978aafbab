import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { say } from './say.mjs';
import { writeAtomically } from './write-atomically.mjs';

/** Everything an entry of local/ can import: product code is reached as files or HTTP only, the proof room excepted. */
const inputs = ['local', 'miniprogram/proof', 'test/bench', 'package-lock.json', 'tsconfig.json'];

/** @param {string} entry source path, e.g. local/cloud/main.ts */
export function bundleName(entry) {
  const name = path.posix.basename(entry, '.ts');
  return name === 'main' ? path.posix.basename(path.posix.dirname(entry)) : name;
}

/**
 * Bundles entries to dist/local/<name>.js with source maps; npm packages stay outside and come from node_modules.
 * An entry whose inputs have not changed is left as it is.
 * @param {string} root
 * @param {string[]} entries source paths relative to the root
 * @returns {Promise<number>} exit code; esbuild has printed what is wrong
 */
export async function bundleLocal(root, entries) {
  const current = fingerprint(root, inputs);
  let failed = 0;
  for (const entry of entries) {
    if (isCurrent(root, entry, current)) continue;
    say(`bundling ${entry}`);
    failed += await bundleOne(root, entry, current);
  }
  return failed === 0 ? 0 : 1;
}

/**
 * @param {string} root
 * @param {string} entry
 */
function outputOf(root, entry) {
  const output = path.join(root, 'dist/local', `${bundleName(entry)}.js`);
  return { output, stamp: `${output}.stamp` };
}

/**
 * @param {string} root
 * @param {string} entry
 * @param {string} current
 */
function isCurrent(root, entry, current) {
  const { output, stamp } = outputOf(root, entry);
  return existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === current;
}

/**
 * @param {string} root
 * @param {string} entry
 * @param {string} current
 * @returns {Promise<number>} 1 when it failed
 */
async function bundleOne(root, entry, current) {
  const esbuild = await import('esbuild');
  const { output, stamp } = outputOf(root, entry);
  try {
    const result = await esbuild.build({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile: output,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'cjs',
      target: 'node20.19',
      sourcemap: 'linked',
      logLevel: 'warning',
      write: false,
    });
    for (const file of result.outputFiles) writeAtomically(file.path, file.contents);
    writeAtomically(stamp, current);
    return 0;
  } catch {
    return 1;
  }
}
