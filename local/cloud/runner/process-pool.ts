import { CloudError } from '../cloud-error';
import { builtVersion, type FunctionUnit } from './function-unit';
import type { Worker } from './worker';

interface Waiting {
  unit: FunctionUnit;
  resolve: (worker: Worker) => void;
  reject: (error: Error) => void;
}

/** More callers than this wait for nothing but a later failure; the cloud refuses them at once, too. */
const mostWaiting = 2000;

/**
 * Processes of all functions, each serving one call at a time. They are started on demand up to a bound, kept when idle,
 * given up for another function's sake, and replaced when their function was built anew. Callers beyond queue in order.
 */
export class ProcessPool {
  readonly #workers = new Set<Worker>();
  readonly #idle = new Set<Worker>();
  readonly #waiting: Waiting[] = [];
  #closed = false;

  constructor(
    readonly mostProcesses: number,
    readonly start: (unit: FunctionUnit, version: string) => Worker,
  ) {}

  /**
   * @param nested the caller is a function that occupies a process while it waits: queueing could then wait for ever,
   *   so such calls may exceed the bound
   */
  acquire(unit: FunctionUnit, nested: boolean): Promise<Worker> {
    if (this.#closed) return Promise.reject(new CloudError('SYS_ERR', 'the endpoint is stopping'));
    const worker = this.#take(unit) ?? this.#startWithin(unit, nested);
    if (worker !== null) return Promise.resolve(worker);
    if (this.#waiting.length >= mostWaiting) {
      return Promise.reject(
        new CloudError('EXCEED_CONCURRENT_REQUEST_LIMIT', `${mostWaiting} calls are waiting`),
      );
    }
    return new Promise((resolve, reject) => this.#waiting.push({ unit, resolve, reject }));
  }

  /** Gives a healthy worker back after its call. */
  release(worker: Worker): void {
    if (this.#workers.has(worker)) this.#idle.add(worker);
    this.#serveWaiting();
  }

  /** Ends a worker whose state is not to be trusted any more. */
  discard(worker: Worker): void {
    this.#workers.delete(worker);
    this.#idle.delete(worker);
    worker.process.kill();
    this.#serveWaiting();
  }

  workerByToken(token: string): Worker | undefined {
    for (const worker of this.#workers) if (worker.token === token) return worker;
    return undefined;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.splice(0))
      reject(new CloudError('SYS_ERR', 'the endpoint is stopping'));
    const workers = [...this.#workers];
    for (const worker of workers) worker.process.kill();
    await Promise.all(workers.map(worker => worker.process.ended));
  }

  /** Of several the one that worked last: calls that follow each other find what the one before has kept in mind. */
  #take(unit: FunctionUnit): Worker | null {
    const version = builtVersion(unit);
    for (const worker of [...this.#idle].reverse()) {
      if (worker.functionName !== unit.declaration.name) continue;
      this.#idle.delete(worker);
      if (worker.version === version) return worker;
      this.#workers.delete(worker);
      worker.process.kill();
    }
    return null;
  }

  #startWithin(unit: FunctionUnit, nested: boolean): Worker | null {
    if (this.#workers.size >= this.mostProcesses && !nested && !this.#giveUpIdle()) return null;
    const worker = this.start(unit, builtVersion(unit));
    this.#workers.add(worker);
    void worker.process.ended.then(() => this.#forget(worker));
    return worker;
  }

  /** The longest idle one goes: sets keep the order of insertion. */
  #giveUpIdle(): boolean {
    const [oldest] = this.#idle;
    if (oldest === undefined) return false;
    this.#idle.delete(oldest);
    this.#workers.delete(oldest);
    oldest.process.kill();
    return true;
  }

  #forget(worker: Worker): void {
    this.#workers.delete(worker);
    this.#idle.delete(worker);
    this.#serveWaiting();
  }

  #serveWaiting(): void {
    while (!this.#closed && this.#waiting.length > 0) {
      const [first] = this.#waiting as [Waiting];
      const worker = this.#take(first.unit) ?? this.#startWithin(first.unit, false);
      if (worker === null) return;
      this.#waiting.shift();
      first.resolve(worker);
    }
  }
}
