import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/** How long a process may take to end by itself after SIGTERM. */
const GRACE_MS = 5_000;

/**
 * The processes that a run has started. None outlives it: they are killed when it exits, and those that have a channel end
 * by themselves when it breaks.
 */
export class Processes {
  readonly #running = new Set<ChildProcess>();

  constructor() {
    process.once('exit', () => this.killAll());
  }

  start(program: string, programArguments: readonly string[], options: SpawnOptions): ChildProcess {
    const child = spawn(program, programArguments, options);
    this.#running.add(child);
    child.once('close', () => this.#running.delete(child));
    return child;
  }

  /** Runs a program to its end and answers what it printed. Throws when it fails. */
  async output(program: string, programArguments: readonly string[], options: SpawnOptions): Promise<string> {
    const child = this.start(program, programArguments, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout?.on('data', data => {
      text += data;
    });
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    if (code !== 0) throw new Error(`${programArguments.join(' ')} ended with ${code ?? signal}`);
    return text;
  }

  /** Ends a process; kills it when it takes too long. `pid` is who gets the signal, where that is not the child itself. */
  async stop(child: ChildProcess, pid = child.pid): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null || pid === undefined) return;
    const ended = once(child, 'close');
    const kill = setTimeout(() => process.kill(pid, 'SIGKILL'), GRACE_MS);
    process.kill(pid, 'SIGTERM');
    await ended;
    clearTimeout(kill);
  }

  killAll(): void {
    for (const child of this.#running) child.kill('SIGKILL');
  }
}
