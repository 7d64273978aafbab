import type { Problem } from '../../shell/shell-contract';

export type ProblemKind = Problem['kind'];

/** Names what is missing or broken in the console, on the screen and in the shell; never silently, never as a blank page. */
export class Problems {
  readonly #seen = new Set<string>();
  readonly #listeners: ((problem: Problem) => void)[] = [];

  observe(listener: (problem: Problem) => void): void {
    this.#listeners.push(listener);
  }

  report(kind: ProblemKind, name: string, message: string): void {
    const key = `${kind} ${name} ${message}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    console.error(`[simulator] ${message}`);
    for (const listener of this.#listeners) listener({ kind, name, message });
  }

  /** An error of app code; the browser's console shows its stack with the app's own files and lines. */
  caught(where: string, error: unknown): void {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    console.error(error);
    const place = error instanceof Error ? placeIn(error.stack) : undefined;
    const message = `${place ?? where}：${text}`;
    for (const listener of this.#listeners) listener({ kind: 'script', name: place ?? where, message });
  }
}

/** The first file of the app in a stack. Its line is that of the compiled file; the console shows the real one. */
function placeIn(stack: string | undefined): string | undefined {
  return /app:\/\/([^\s):]+)/.exec(stack ?? '')?.[1];
}
