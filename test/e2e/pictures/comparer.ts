import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';

const program = path.join(__dirname, 'compare-files.mjs');

/** Paths of two PNGs, and of a third that is written when more than `tolerance` of their pixels differ. */
export interface Files {
  stored: string;
  taken: string;
  difference: string;
  tolerance: number;
}

export interface Comparison {
  /** Of 1. */
  share: number;
  /** Empty where they are the same. */
  sizes: string;
}

interface Waiting {
  resolve(comparison: Comparison): void;
  reject(error: Error): void;
}

/** Compares pictures in a process of its own while the next ones are taken. */
export class Comparer {
  readonly #child: ChildProcess;
  readonly #waiting: Waiting[] = [];

  constructor() {
    this.#child = fork(program, { execArgv: [] });
    this.#child.on('message', comparison => this.#waiting.shift()?.resolve(comparison as Comparison));
    this.#child.once('exit', code => {
      for (const { reject } of this.#waiting.splice(0)) reject(new Error(`comparing ended with ${code}`));
    });
  }

  compare(files: Files): Promise<Comparison> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#child.send(files);
    });
  }

  stop(): void {
    this.#child.disconnect();
  }
}
