import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';
import { say } from './say.mjs';

/** @type {NodeJS.Signals[]} */
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in the foreground: same terminal, signals forwarded, its exit code as answer.
 * @param {string} program
 * @param {string[]} programArguments
 * @param {{ cwd: string, environment?: Record<string, string> }} options
 * @returns {Promise<{ code: number, interrupted: boolean }>} 128 + signal number where a signal ended it, as shells do;
 *   127 where the program does not exist
 */
export function runChild(program, programArguments, options) {
  return new Promise(resolve => {
    const child = spawn(program, programArguments, {
      cwd: options.cwd,
      stdio: 'inherit',
      env: { ...process.env, ...options.environment },
    });
    let interrupted = false;
    const forward = (/** @type {NodeJS.Signals} */ signal) => {
      interrupted = true;
      // A terminal sends Ctrl-C to the whole foreground group: forwarding it as well would make it count twice.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    const finish = (/** @type {number} */ code) => {
      for (const signal of forwarded) process.off(signal, forward);
      resolve({ code, interrupted });
    };
    for (const signal of forwarded) process.on(signal, forward);
    child.once('error', error => {
      say(`${program} could not be started: ${error.message}`);
      finish(127);
    });
    child.once('exit', (code, signal) =>
      finish(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
    );
  });
}
