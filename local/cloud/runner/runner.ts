import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock/clock';
import { CloudError } from '../cloud-error';
import { functionEventBytes } from '../limits';
import type { CallLog } from '../log/call-log';
import { callRecorder } from '../log/record-call';
import { type CallContext, wxVariables } from './call-context';
import { type Deployment, functionEnvironment } from './function-environment';
import { checkAnswer, functionFailure } from './function-failure';
import type { FunctionUnit } from './function-unit';
import { ProcessHandle } from './process-handle';
import { ProcessPool } from './process-pool';
import { type RunningCall, startedCall } from './running-call';
import { scfContext } from './scf-context';
import { watchCall } from './watch-call';
import type { Worker } from './worker';

/** A function that has not loaded by then will not, on a machine that starts a dozen of them at once either. */
const loadingSeconds = 60;

export interface RunnerOptions {
  clock: Clock;
  log: CallLog;
  deployment: Deployment;
  /** The bundled function-process.js. */
  program: string;
  mostProcesses: number;
  /** Values of the environment variables that manifests may grant. */
  environment: () => Record<string, string>;
}

/** Runs functions: picks a process, keeps the limits, writes the log. */
export class Runner {
  readonly #pool: ProcessPool;
  #units = new Map<string, FunctionUnit>();

  constructor(readonly options: RunnerOptions) {
    this.#pool = new ProcessPool(options.mostProcesses, (unit, version) => this.#start(unit, version));
  }

  deploy(units: FunctionUnit[]): void {
    this.#units = new Map(units.map(unit => [unit.declaration.name, unit]));
  }

  /** The call that runs in the process with this token. */
  callOf(token: string): RunningCall | null {
    return this.#pool.workerByToken(token)?.call ?? null;
  }

  /**
   * @param event JSON text
   * @param nested whether another function is waiting for the answer
   * @returns the answer as JSON text
   * @throws CloudError with the documented code of whatever went wrong
   */
  async call(name: string, event: string, context: CallContext, nested = false): Promise<string> {
    const unit = this.#units.get(name);
    if (unit === undefined)
      throw new CloudError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`);
    if (event.length * 3 > functionEventBytes && Buffer.byteLength(event) > functionEventBytes) {
      throw new CloudError('EXCEED_REQUEST_SIZE_LIMIT', 'the event of a function is at most 6 MB');
    }
    const call = startedCall(
      `call-${randomBytes(8).toString('hex')}`,
      name,
      context,
      unit.declaration.openapi ?? [],
    );
    const record = callRecorder(call, this.options);
    try {
      const worker = await this.#readyWorker(unit, nested);
      record.started();
      const answer = await this.#run(worker, unit, call, event);
      record.ended(null);
      return answer;
    } catch (error) {
      record.ended(error as CloudError);
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  /** A process that dies or hangs while loading is given to nobody. */
  async #readyWorker(unit: FunctionUnit, nested: boolean): Promise<Worker> {
    const worker = await this.#pool.acquire(unit, nested);
    const stopWatching = watchCall(worker.process, { ...unit.declaration, timeoutSeconds: loadingSeconds });
    const ready = await worker.process.ready;
    const killed = stopWatching();
    if (ready) return worker;
    const { code, signal } = await worker.process.ended;
    throw functionFailure({ type: 'exit', code, signal }, killed, loadingSeconds);
  }

  async #run(worker: Worker, unit: FunctionUnit, call: RunningCall, event: string): Promise<string> {
    const { clock, deployment } = this.options;
    worker.call = call;
    const stopWatching = watchCall(worker.process, unit.declaration);
    const outcome = await worker.process.run({
      callId: call.id,
      event,
      context: scfContext(call.id, unit.declaration, deployment),
      variables: wxVariables(call.context, deployment.appId),
      clockOffsetMs: clock.offsetMs(),
    });
    const killed = stopWatching();
    worker.call = null;
    if (outcome.type === 'exit' || killed !== null) this.#pool.discard(worker);
    else this.#pool.release(worker);
    if (outcome.type === 'answer') return checkAnswer(outcome.answer);
    throw functionFailure(outcome, killed, unit.declaration.timeoutSeconds);
  }

  #start(unit: FunctionUnit, version: string): Worker {
    const { clock, deployment, environment, log, program } = this.options;
    const { name, memoryMegabytes } = unit.declaration;
    const token = randomBytes(16).toString('hex');
    const values = environment();
    const granted = Object.fromEntries(unit.declaration.environment.map(key => [key, values[key] ?? '']));
    const spawned = new ProcessHandle({
      program,
      entry: unit.entry,
      workingFolder: unit.folder,
      clockOffsetMs: clock.offsetMs(),
      memoryMegabytes,
      environment: functionEnvironment(deployment, token, granted),
      onOutput: (stream, callId, line) =>
        log.write({
          type: 'output',
          at: new Date(clock.nowMs()).toISOString(),
          callId,
          function: name,
          stream,
          line,
        }),
    });
    return { token, functionName: name, version, process: spawned, call: null };
  }
}
