import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runChild } from './run-child.mjs';
import { keepSaying, say } from './say.mjs';

/**
 * What the installed packages depend on: the lock file, and the machine because some packages are native.
 * @param {string} root
 */
export function packagesStamp(root) {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform} ${process.arch} abi ${process.versions.modules}\n`;
}

/** @param {string} root */
function stampFile(root) {
  // It lies inside node_modules, so that whoever removes that folder removes the claim with it.
  return path.join(root, 'node_modules', '.set-up-stamp');
}

/**
 * @param {string} root
 * @returns {string | undefined} why packages have to be installed, or undefined when they are current
 */
export function reasonToInstall(root) {
  if (!existsSync(path.join(root, 'node_modules'))) return 'node_modules is missing';
  if (!existsSync(stampFile(root))) return 'node_modules was not finished by this set-up';
  const current = readFileSync(stampFile(root), 'utf8') === packagesStamp(root);
  return current ? undefined : 'package-lock.json or the Node version has changed';
}

/**
 * Runs `npm ci` where it is needed, twice at most. npm's own script is preferred to the `npm` on the path, because
 * Windows cannot start the latter without a shell.
 * @param {string} root
 * @param {typeof runChild} run
 * @returns {Promise<number>} exit code
 */
export async function installPackages(root, run = runChild) {
  const reason = reasonToInstall(root);
  if (reason === undefined) return 0;
  const npm = process.env.npm_execpath;
  const [program, ...prefix] = npm === undefined ? ['npm'] : [process.execPath, npm];
  for (const attempt of [1, 2]) {
    say(`installing packages with npm ci (${reason}${attempt === 2 ? '; second attempt' : ''})`);
    const stop = keepSaying('npm ci');
    const { code, interrupted } = await run(program ?? 'npm', [...prefix, 'ci', '--no-audit', '--no-fund'], {
      cwd: root,
    });
    stop();
    if (code === 0) {
      writeFileSync(stampFile(root), packagesStamp(root));
      return 0;
    }
    if (interrupted) return code;
    say(`npm ci failed with exit code ${code}`);
  }
  say('packages could not be installed: see npm’s messages above');
  return 1;
}
