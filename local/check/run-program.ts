import { spawn } from 'node:child_process';
import path from 'node:path';

export interface ProgramRun {
  /** null when it was ended by a signal or by the time limit. */
  code: number | null;
  /** Standard output and errors in the order they came. */
  output: string;
}

/**
 * Runs the program that a package installs, e.g. `tsc` of typescript, under this same Node.
 * @param bin path of the program inside the package
 */
export function runPackageProgram(
  packageName: string,
  bin: string,
  programArguments: string[],
  timeoutMs?: number,
): Promise<ProgramRun> {
  const program = path.join(process.cwd(), 'node_modules', packageName, bin);
  return runProgram(process.execPath, [program, ...programArguments], timeoutMs);
}

export function runProgram(program: string, programArguments: string[], timeoutMs = 0): Promise<ProgramRun> {
  return new Promise(resolve => {
    const child = spawn(program, programArguments, { stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs });
    let output = '';
    const collect = (chunk: string) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', error => resolve({ code: null, output: error.message }));
    child.once('close', code => resolve({ code, output }));
  });
}
