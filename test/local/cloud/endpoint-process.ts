import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { root, temporaryFolder } from './test-cloud';

let bundled: string | null = null;

/** The command `npm run cloud` as it is bundled, without its set-up; made once a test file. */
function program(): string {
  bundled ??= bundleCommand();
  return bundled;
}

function bundleCommand(): string {
  const folder = temporaryFolder();
  const entries = ['local/cloud/main.ts', 'local/cloud/runner/function-process.ts'];
  execFileSync(path.join(root, 'node_modules/.bin/esbuild'), [
    ...entries.map(entry => path.join(root, entry)),
    ...['--bundle', '--packages=external', '--platform=node', '--format=cjs', '--log-level=warning'],
    ...[`--outdir=${folder}`, '--entry-names=[name]'],
  ]);
  return path.join(folder, 'main.js');
}

export interface EndpointProcess {
  child: ChildProcess;
  /** Resolves with the address of its `cloud ready` line; rejects when it ends before. */
  url: Promise<string>;
  output: () => string;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Runs the endpoint in a process of its own, to be killed. */
export function startEndpoint(given: string[]): EndpointProcess {
  const child = spawn(process.execPath, [program(), ...given], {
    cwd: temporaryFolder(),
    env: { PATH: process.env.PATH, NODE_PATH: path.join(root, 'node_modules') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', data => (text += data));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>(resolve =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  );
  const url = new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const ready = /^cloud ready (\S+)$/m.exec(text);
      if (ready !== null) resolve(ready[1] as string);
    });
    void ended.then(() => reject(new Error(text)));
  });
  url.catch(() => {});
  return { child, url, output: () => text, ended };
}
