import { type ChildProcess, spawn } from 'node:child_process';
import type { CallMessage, ProcessMessage } from './messages';
import { readOutput } from './output-lines';

/** How a call ended, as seen from outside of the process. */
export type Outcome =
  | { type: 'answer'; answer: string }
  | { type: 'failure'; name: string; message: string; stack: string }
  | ({ type: 'exit' } & ProcessEnd);

export interface ProcessEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface SpawnOptions {
  program: string;
  entry: string;
  workingFolder: string;
  clockOffsetMs: number;
  memoryMegabytes: number;
  environment: Record<string, string>;
  onOutput: (stream: 'stdout' | 'stderr', callId: string, line: string) => void;
}

/** The endpoint's side of one function process. */
export class ProcessHandle {
  readonly #child: ChildProcess;
  readonly ready: Promise<boolean>;
  readonly ended: Promise<ProcessEnd>;
  #settle: ((outcome: Outcome) => void) | null = null;
  #end: ProcessEnd | null = null;
  #becomeReady: (ready: boolean) => void = () => {};

  constructor(options: SpawnOptions) {
    this.#child = spawn(
      process.execPath,
      [
        `--max-old-space-size=${options.memoryMegabytes}`,
        options.program,
        options.entry,
        String(options.clockOffsetMs),
      ],
      { cwd: options.workingFolder, env: options.environment, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
    );
    this.ready = new Promise(resolve => {
      this.#becomeReady = resolve;
    });
    this.#child.on('message', message => this.#receive(message as ProcessMessage));
    for (const stream of ['stdout', 'stderr'] as const) {
      readOutput(this.#child[stream] as NonNullable<ChildProcess['stdout']>, (callId, line) =>
        options.onOutput(stream, callId, line),
      );
    }
    this.ended = this.#waitForEnd();
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** One call at a time: the next only after this one's outcome. */
  run(message: CallMessage): Promise<Outcome> {
    if (this.#end !== null) return Promise.resolve({ type: 'exit', ...this.#end });
    return new Promise(resolve => {
      this.#settle = resolve;
      this.#child.send(message, error => {
        // The process died before it heard of the call; its end settles the call.
        if (error !== null) this.kill();
      });
    });
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #receive(message: ProcessMessage): void {
    if (message.type === 'ready') this.#becomeReady(true);
    else this.#finish(message);
  }

  #finish(outcome: Outcome): void {
    const settle = this.#settle;
    this.#settle = null;
    settle?.(outcome);
  }

  /** The last messages of a dying process arrive before its channel closes, but may come after its exit. */
  async #waitForEnd(): Promise<ProcessEnd> {
    const disconnected = new Promise<void>(resolve => this.#child.once('disconnect', resolve));
    const end = await new Promise<ProcessEnd>(resolve => {
      this.#child.once('error', () => resolve({ code: null, signal: null }));
      this.#child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    if (this.#child.connected) await disconnected;
    this.#end = end;
    this.#becomeReady(false);
    this.#finish({ type: 'exit', ...end });
    return end;
  }
}
