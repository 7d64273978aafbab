import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { bundleLocal, bundleName } from './bundle-local.mjs';
import { commands, listCommands } from './commands.mjs';
import { installPackages } from './install-packages.mjs';
import { runChild } from './run-child.mjs';
import { say } from './say.mjs';
import { installSystemPackages } from './system-packages.mjs';

const buildEntry = commands.build?.entry ?? '';

/**
 * @param {string} root the project's folder
 * @param {string | undefined} name one of the commands
 * @param {string[]} commandArguments passed on unchanged
 * @returns {Promise<number>} the command's exit code, or that of the set-up step that failed
 */
export async function runCommand(root, name, commandArguments) {
  const command = commands[name ?? ''];
  if (command === undefined) {
    say(`unknown command ${name ?? '(none)'}. The commands are:\n${listCommands()}`);
    return 2;
  }
  if (!existsSync(path.join(root, command.entry))) {
    say(`the command ${name} has no program yet: ${command.entry} does not exist`);
    return 2;
  }
  const failed = await prepare(root, command);
  if (failed !== 0) return failed;
  return runBundle(root, command.entry, commandArguments, command.environment);
}

/**
 * @param {string} root
 * @param {import('./commands.mjs').Command} command
 */
async function prepare(root, command) {
  const steps = [
    () => installPackages(root),
    () => (command.needsSystemPackages ? installSystemPackages(root) : 0),
    () => bundleLocal(root, entriesOf(root, command)),
    () => (command.needsProduct ? runBundle(root, buildEntry, ['--quiet']) : 0),
  ];
  for (const step of steps) {
    const code = await step();
    if (code !== 0) return code;
  }
  return 0;
}

/**
 * @param {string} root
 * @param {import('./commands.mjs').Command} command
 */
function entriesOf(root, command) {
  const wanted = [command.entry, ...(command.starts ?? []), ...(command.needsProduct ? [buildEntry] : [])];
  return [...new Set(wanted)].filter(entry => existsSync(path.join(root, entry)));
}

/**
 * @param {string} root
 * @param {string} entry
 * @param {string[]} commandArguments
 * @param {Record<string, string>} environment
 */
async function runBundle(root, entry, commandArguments, environment = {}) {
  const bundle = path.join(root, 'dist/local', `${bundleName(entry)}.js`);
  const nodeArguments = ['--enable-source-maps', bundle, ...commandArguments];
  const { code } = await runChild(process.execPath, nodeArguments, { cwd: root, environment });
  return code;
}
